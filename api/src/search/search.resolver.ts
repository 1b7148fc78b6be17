import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import { readSearch } from '../contact/contact.args';
import { recentRows } from '../database/newest-matches';
import { maxSearchLength } from '../database/text-search';
import type { RequestContext } from '../graphql/context';
import { badArgument } from '../graphql/errors';
import type { Loaders } from '../graphql/loaders';
import { type Found, findHits, mostCompared } from './search.repository';
import { ContactHit, ConversationHit, MessageHit, SearchHit } from './search-hit';
import { snippetOf } from './snippet';

const maxHits = 50;

/** Objects that a search reads besides its hits, in the eyes of the limits. */
const costOfLooking = 50;

@Resolver()
export class SearchResolver {
  @Query(() => [SearchHit], {
    description: `Contacts, conversations by their subjects, and messages by their words, notes included, that each have all words of the text, in any case and as parts of words too; a word of one or two letters that stands alone is looked for in the newest messages and subjects only. Those in which the words begin words come first; among equally good ones the kinds take turns, the newest of each first. Of each kind the newest ${mostCompared} matches are compared: where many match, of those among the newest ${recentRows.toLocaleString('en')} of the kind, and so of messages for words that each are frequent, however rarely they meet. Takes both \`contacts:read\` and \`conversations:read\`, and counts as ${costOfLooking} objects more than its hits.`,
    complexity: ({ args, childComplexity }) => costOfLooking + boundedFirst(args['first']) * (1 + childComplexity),
  })
  async search(
    @Arg('text', () => String, {
      description: `What to look for, at most ${maxSearchLength} characters. Nothing finds nothing.`,
    })
    text: string,
    @Arg('first', () => Int, { defaultValue: 20, description: `How many hits, 0 to ${maxHits}.` }) first: number,
    @Ctx() ctx: RequestContext,
  ): Promise<SearchHit[]> {
    ctx.require('contacts:read');
    const { manager, tenant, loaders } = ctx;
    const search = readSearch(text, 'text');
    if (first < 0 || first > maxHits) throw badArgument('first', `expected 0 to ${maxHits}, got ${first}.`);
    if (search === null || first === 0) return [];
    const found = await findHits(manager, search, first, tenant);
    const hits = await Promise.all(found.map((each) => hitOf(each, search, loaders)));
    return hits.filter((hit) => hit !== null);
  }
}

/** A size out of bounds is refused by the field, which says what it may be. */
const boundedFirst = (first: unknown): number => Math.min(Math.max(Number(first), 1), maxHits);

/** Null where it has been deleted since it was found. */
async function hitOf({ kind, id }: Found, search: string, loaders: Loaders): Promise<SearchHit | null> {
  if (kind === 'contact') {
    const contact = await loaders.contact.load(id);
    return contact && Object.assign(new ContactHit(), { contact });
  }
  if (kind === 'conversation') {
    const conversation = await loaders.conversation.load(id);
    const snippet = snippetOf(conversation?.subject ?? '', search);
    return conversation && Object.assign(new ConversationHit(), { conversation, snippet });
  }
  const message = await loaders.message.load(id);
  return message && Object.assign(new MessageHit(), { message, snippet: snippetOf(message.content, search) });
}
