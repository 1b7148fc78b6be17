import { conversationColumns, lastWordsOf, latest } from './hono-reads.mjs';

const dayMs = 86_400_000;

/** Ids are UUIDv7: a day is a range of the primary key. */
function messagesPerDay(trx) {
  const today = Math.floor(Date.now() / dayMs) * dayMs;
  const firstId = (ms) => `${ms.toString(16).padStart(12, '0')}70008000000000000000`;
  const days = Array.from({ length: 14 }, (_, i) => today - (13 - i) * dayMs);
  return trx.raw(
    `select date, (select count(*) from messages where id >= lower and id < upper) as count
     from unnest(?::date[], ?::uuid[], ?::uuid[]) as days(date, lower, upper) order by date`,
    [
      days.map((day) => new Date(day).toISOString().slice(0, 10)),
      days.map(firstId),
      days.map((day) => firstId(day + dayMs)),
    ],
  );
}

export async function dashboard(trx) {
  const [{ count: contactCount }] = await trx('contacts').count('* as count');
  const counts = await trx('conversations').first(
    trx.raw(`count(*) as "conversationCount", count(*) filter (where status = 'active') as "activeConversationCount",
      sum(message_count)::bigint as "messageCount"`),
  );
  const days = await messagesPerDay(trx);
  const newest = await trx('contacts as c')
    .select(
      'c.id',
      'c.name',
      'c.email',
      'c.phone',
      trx.raw(`c.metadata->>'company' as company`),
      'c.created_at as createdAt',
    )
    .orderByRaw('c.created_at desc, c.id desc')
    .limit(5);
  const rows = await latest(trx, 5, [...conversationColumns, 'v.snoozed_until as snoozedUntil']);
  const lastWords = await lastWordsOf(
    trx,
    rows.map(({ id }) => id),
  );
  return {
    currentTenant: { stats: { contactCount, ...counts, messagesPerDay: days.rows } },
    contacts: { nodes: newest },
    conversations: {
      nodes: rows.map(({ contactId, contactName, ...own }) => ({
        ...own,
        contact: { id: contactId, name: contactName },
        lastMessage: lastWords.get(own.id) ?? null,
      })),
    },
  };
}
