import type { ApolloClient } from '@apollo/client';
import type { Work_ConversationFragment } from '../../generated/graphql';
import { afterChange, type Part, undoParts } from './work-change';
import { type Batch, batchSize, writeMany } from './write-many';
import { unanswered, writeOne } from './write-one';

export interface Written {
  /** Those that were changed, as they are now. */
  now: readonly Work_ConversationFragment[];
  /** What makes them as they were. */
  undo: readonly Part[];
  /** Of each that was left as it was, in a sentence. */
  problems: readonly string[];
}

/** Writes one request after the other, so that whatever else the page asks is not held up; it ends with the first that gets no answer. */
export async function writeParts(
  client: ApolloClient,
  parts: readonly Part[],
  onProgress: (done: number) => void,
): Promise<Written> {
  const written = { now: [] as Work_ConversationFragment[], undo: [] as Part[], problems: [] as string[] };
  const count = parts.reduce((sum, { conversations }) => sum + conversations.length, 0);
  for (const part of parts.flatMap(inBatches)) {
    const batch = await write(client, part).catch(() => null);
    if (!batch) break;
    written.now.push(...batch.now);
    written.undo.push(...undoParts(batch.before, part.change));
    written.problems.push(...batch.problems);
    onProgress(written.now.length);
  }
  const unsaid = count - written.now.length - written.problems.length;
  written.problems.push(...Array.from({ length: unsaid }, () => unanswered.message));
  return written;
}

function inBatches({ conversations, change }: Part): Part[] {
  const count = Math.ceil(conversations.length / batchSize);
  return Array.from({ length: count }, (_, index) => ({
    conversations: conversations.slice(index * batchSize, (index + 1) * batchSize),
    change,
  }));
}

async function write(client: ApolloClient, part: Part): Promise<Batch> {
  const [conversation, second] = part.conversations;
  if (!conversation || second) return writeMany(client, part);
  const problem = await writeOne(client, conversation, part.change);
  return problem === null
    ? { now: [afterChange(conversation, part.change)], before: [conversation], problems: [] }
    : { now: [], before: [], problems: [problem] };
}
