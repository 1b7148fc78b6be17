import type { ApolloClient } from '@apollo/client';
import { ThreadDocument, type ThreadMessage_MessageFragment } from '../../generated/graphql';
import { isoDateIn } from '../../ui/format';
import { inOrder } from '../message-days';
import { readOlder } from '../read-older';

/** As many as the API answers at once, and as many of these as anybody waits for. */
const pageSize = 100;
const mostPages = 50;

export interface Place {
  /** `2026-11-24` in the reader's zone. */
  date: string;
  timeZone: string;
}

/**
 * Loads a thread back to a day, so that it stays one piece. Answers the first message of that day or after it, else the last one; null where
 * the day lies further back than anybody waits for. Errors: those of the query.
 */
export async function readBackTo(
  client: ApolloClient,
  id: string,
  { date, timeZone }: Place,
): Promise<ThreadMessage_MessageFragment | null> {
  const dayOf = ({ createdAt }: { createdAt: string }) => isoDateIn(timeZone, createdAt);
  for (let page = 0; page <= mostPages; page += 1) {
    const known = client.readQuery({ query: ThreadDocument, variables: { id } })?.conversation?.messages;
    const messages = inOrder(known?.nodes ?? []);
    const [oldest] = messages;
    const before = known?.pageInfo.hasPreviousPage ? known.pageInfo.startCursor : null;
    // Of the day itself, some may not be here yet.
    if (!before || !oldest || dayOf(oldest) < date)
      return messages.find((message) => dayOf(message) >= date) ?? messages.at(-1) ?? null;
    if (page < mostPages) await readOlder(client, id, before, pageSize);
  }
  return null;
}
