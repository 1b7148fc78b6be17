import type { EntityManager } from 'typeorm';
import { tablesOf } from '../../database/tables';
import { notFound, Refusal } from '../../graphql/user-error';
import type { Write } from '../../graphql/write-transaction';
import type { Conversation } from '../conversation';
import { findConversations } from '../conversation.repository';
import { unreadCount } from './unread.expressions';

export interface Reading {
  conversationId: string;
  readerId: string;
}

export function countUnread(
  manager: EntityManager,
  readings: readonly Reading[],
): Promise<(Reading & { count: number })[]> {
  const tables = tablesOf(manager);
  return manager.query(
    `select v.id as "conversationId", asked.reader_id as "readerId", ${unreadCount(tables, 'asked.reader_id')} as count
     from unnest($1::uuid[], $2::uuid[]) as asked(conversation_id, reader_id)
     join ${tables.conversations} v on v.id = asked.conversation_id`,
    [readings.map(({ conversationId }) => conversationId), readings.map(({ readerId }) => readerId)],
  );
}

/** Never back: of two windows, the one that has seen more is right. Errors: `Refusal` where there is no such conversation. */
export const markRead = (write: Write, reading: Reading, upTo: number): Promise<Conversation> =>
  mark(write, reading, {
    number: 'least(greatest($3::int, 0), message_count)',
    upTo,
    keep: 'greatest(r.number, excluded.number)',
  });

/** From this line on; from the last one where none is given. Errors: as above. */
export const markUnread = (write: Write, reading: Reading, from: number | null): Promise<Conversation> =>
  mark(write, reading, {
    number: 'greatest(least(coalesce($3::int, message_count), message_count) - 1, 0)',
    upTo: from,
    keep: 'excluded.number',
  });

async function mark(
  { manager }: Write,
  { conversationId, readerId }: Reading,
  { number, upTo, keep }: { number: string; upTo: number | null; keep: string },
): Promise<Conversation> {
  const { conversations, conversation_reads } = tablesOf(manager);
  const marked = manager.query(
    `with v as materialized (select id, ${number} as number from ${conversations} where id = $1)
     insert into ${conversation_reads} as r (conversation_id, reader_id, number) select v.id, $2::uuid, v.number from v
     on conflict (conversation_id, reader_id) do update set number = ${keep}`,
    [conversationId, readerId, upTo],
  );
  const [[conversation]] = await Promise.all([findConversations(manager, [conversationId]), marked]);
  if (!conversation) throw new Refusal(notFound('id', 'conversation'));
  return conversation;
}
