export const latestFirst = 'coalesce(last_message_at, created_at) desc, id desc';

const pageOf = (status: string, limit: number) =>
  `(select * from @.conversations where status = '${status}' order by ${latestFirst} limit ${limit})`;

/**
 * Each status has its order in an index: of all of them, the three pages are merged. Without a limit of its own, a status that most have
 * would be sorted whole.
 */
export const latestConversations = (limit: number): string =>
  `select * from (${['active', 'snoozed', 'closed'].map((status) => pageOf(status, limit)).join(' union all ')}) v
     order by ${latestFirst} limit ${limit}`;
