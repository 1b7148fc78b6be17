import type { Client } from 'pg';
import { localOperator as operator } from '../api/src/access/principal';
import type { Page } from './page';
import { webOperation } from './web-operations';

export const labelId = '00000000-0000-7000-8000-00000000000d';
export const rareLabelId = '00000000-0000-7000-8000-00000000000e';

/** Of a hundred open conversations: 20 are the reader's, 60 somebody's; 30 wait, 10 matter, 5 have the label, 80 have been read. Of a hundred contacts, 50 have the label, one has the rare one. */
const statements = [
  `update conversations set assignee_id = case
       when get_byte(uuid_send(id), 15) % 10 < 2 then '${operator.id}'::uuid
       when get_byte(uuid_send(id), 15) % 10 < 8 then '00000000-0000-7000-8000-00000000000a'::uuid end,
     waiting_since = case when get_byte(uuid_send(id), 14) % 10 < 3 then last_message_at end,
     priority = case when get_byte(uuid_send(id), 13) % 10 = 0 then 3 else 0 end
   where status = 'active'`,
  `insert into labels (id, name, colour, created_at)
   values ('${labelId}', 'Parts', 'teal', now()), ('${rareLabelId}', 'Press', 'teal', now())`,
  `insert into conversation_labels (conversation_id, label_id)
   select id, '${labelId}' from conversations where get_byte(uuid_send(id), 12) % 20 = 0`,
  `insert into conversation_reads (conversation_id, reader_id, number)
   select id, '${operator.id}', message_count from conversations where get_byte(uuid_send(id), 11) % 5 > 0`,
  `insert into contact_labels (contact_id, label_id)
   select id, '${labelId}'::uuid from contacts where get_byte(uuid_send(id), 12) % 2 = 0
   union all select id, '${rareLabelId}'::uuid from contacts where get_byte(uuid_send(id), 11) % 100 = 0`,
  // Each thirtieth contact and the one that came after it.
  `insert into contact_duplicates (id, first_id, second_id, reasons, found_at)
   select gen_random_uuid(), id, next, '{email}', now() - nth * interval '1 second'
   from (select id, lead(id) over (order by id) as next, row_number() over (order by id) as nth from contacts) pairs
   where nth % 30 = 0 and next is not null`,
];

/** Gives the seeded conversations what agents would have given them. The tenant's schema is in the search path. */
export async function setUpDesk(client: Client): Promise<void> {
  for (const statement of statements) await client.query(statement);
  for (const table of ['labels', 'conversation_labels', 'conversation_reads', 'contact_labels', 'contact_duplicates'])
    await client.query(`vacuum (freeze, analyze) ${table}`);
}

const view = (page: string, filter: object, field = 'LAST_MESSAGE_AT', direction = 'DESC'): Page => ({
  page: `inbox: ${page}`,
  operation: webOperation('Inbox'),
  variables: { filter, orderBy: { field, direction } },
});

const open = { status: ['ACTIVE'] };

/** What the inbox lists, as the web client asks for it. */
export const deskPages: readonly Page[] = [
  view('mine', { ...open, assigneeId: [operator.id] }),
  view('unassigned', { ...open, isUnassigned: true }),
  view('all open', open),
  view('waiting longest', open, 'WAITING_SINCE', 'ASC'),
  view('most urgent', open, 'PRIORITY'),
  view('unread', { status: ['ACTIVE', 'SNOOZED'], isUnread: true }),
  view('of a label', { ...open, labelIds: [labelId] }),
  view('snoozed', { status: ['SNOOZED'] }),
  view('search, a rare word (4242)', { ...open, search: '4242' }),
  view('search, what all have (parts)', { ...open, search: 'parts' }),
  view('search, nothing (nobody at all)', { ...open, search: 'nobody at all' }),
];

const search = (what: string, text: string): Page => ({
  page: `search: ${what} (${text})`,
  operation: webOperation('CommandMenuSearch'),
  variables: { text },
});

/** What the command menu looks for. */
export const searchPages: readonly Page[] = [
  search('a number in messages', 'request 4242'),
  search('a name', 'papadakis'),
  search('what all messages have', 'parts'),
  search('part of a word', 'quest 77'),
  search('two letters', 'an'),
  search('nothing', 'nobody at all'),
];
