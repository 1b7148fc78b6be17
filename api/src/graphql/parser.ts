import { type DocumentNode, parse, type Source } from 'graphql';
import { LRUCache } from 'lru-cache';
import { maxTokens } from './limits';

/** Of the documents that are kept, all together. Units: characters. */
const maxLength = 1024 * 1024;

/**
 * For sockets: a subscription keeps its document for as long as it lives, and clients have few of them. Parsed once for each text, an idle
 * subscription takes 16 KB of the heap instead of 22.
 */
export function newParser(): (source: string | Source) => DocumentNode {
  const parsed = new LRUCache<string, DocumentNode>({
    maxSize: maxLength,
    sizeCalculation: (_document, text) => text.length + 1,
  });
  return (source) => {
    const text = typeof source === 'string' ? source : source.body;
    const document = parsed.get(text) ?? parse(source, { maxTokens });
    parsed.set(text, document);
    return document;
  };
}
