import type { Client } from 'pg';
import { writeCursor } from '../api/src/graphql/pagination';
import { deskPages, labelId, rareLabelId, searchPages } from './desk-pages';
import type { Page } from './page';
import { webOperation } from './web-operations';

/** No page of the web client lists them; programs do. */
const conversations = `query ($filter: ConversationFilter, $orderBy: ConversationOrder) {
  conversations(first: 25, filter: $filter, orderBy: $orderBy) { nodes { id subject status contact { name } lastMessage { content } } pageInfo { endCursor } }
}`;

const inbox = `{
  conversations(first: 20) { nodes { id subject contact { name } messages(last: 10) { nodes { id number content createdAt } } } }
}`;

/** What people look at, with the operations of the web client; ids and cursors come from the large tenant itself. */
export async function pagesOf(client: Client, schema: string): Promise<Page[]> {
  const one = async (sql: string): Promise<Record<string, string>> => {
    const { rows } = await client.query(sql.replaceAll('$schema', `"${schema}"`));
    if (!rows[0]) throw new Error(`expected a row from ${sql}`);
    return rows[0];
  };
  const long = await one(`select id, contact_id from $schema.conversations where subject = 'The long conversation'`);
  const short = await one(
    `select id, contact_id from $schema.conversations where message_count < 100 order by id limit 1`,
  );
  const middle = await one(
    `select created_at::text as key, id from $schema.contacts order by created_at desc, id desc offset (select count(*) / 2 from $schema.contacts) limit 1`,
  );

  const list = (page: string, variables: Record<string, unknown> = {}): Page => ({
    page: `contacts: ${page}`,
    operation: webOperation('ContactList'),
    variables: { search: null, filter: null, orderBy: { field: 'LAST_ACTIVITY_AT', direction: 'DESC' }, ...variables },
  });
  const by = (field: string, direction = 'DESC') => ({ orderBy: { field, direction } });
  const ofTier = (value: string) => ({ filter: { fields: [{ key: 'tier', operator: 'ONE_OF', value: [value] }] } });
  const search = (what: string, text: string): Page => list(`search, ${what} (${text})`, { search: text });
  return [
    list('latest activity first'),
    list('longest silent first', by('LAST_ACTIVITY_AT', 'ASC')),
    list('by name', by('NAME', 'ASC')),
    list('newest first', by('CREATED_AT')),
    list('newest first, from the middle on', {
      ...by('CREATED_AT'),
      after: writeCursor({ key: middle['key'] ?? '', id: middle['id'] ?? '' }),
    }),
    list('of a source', { filter: { source: ['Referral'] } }),
    list('of a company', { filter: { company: ['Company 42'] } }),
    list('of a custom field', ofTier('Gold')),
    list('of a custom field, a rare value', ofTier('Platinum')),
    list('of a custom field, what nobody has', ofTier('Lead')),
    list('of a label', { filter: { labelIds: [labelId] } }),
    list('of a rare label', { filter: { labelIds: [rareLabelId] } }),
    list('of either label, by name', { filter: { labelIds: [labelId, rareLabelId] }, ...by('NAME', 'ASC') }),
    list('with a snoozed conversation', { filter: { conversationStatus: ['SNOOZED'] } }),
    list('created in the last 30 days', {
      filter: { createdAfter: new Date(Date.now() - 30 * 86_400_000).toISOString() },
    }),
    search('a name', 'papadakis'),
    search('one person', 'Ann Adler 4'),
    search('an email address', 'ann.4242@company'),
    search('a phone number', '030 1042424'),
    search('a company', 'company 4242'),
    search('what all have', 'example'),
    search('nothing', 'nobody at all'),
    search('two letters', 'an'),
    { page: 'contacts: possible duplicates', operation: webOperation('Duplicates'), variables: {} },
    { page: 'conversations: last message first', operation: conversations, variables: {} },
    { page: 'conversations: active ones', operation: conversations, variables: { filter: { status: ['ACTIVE'] } } },
    {
      page: 'conversations: closed and snoozed ones',
      operation: conversations,
      variables: { filter: { status: ['CLOSED', 'SNOOZED'] } },
    },
    {
      page: 'conversations: newest first',
      operation: conversations,
      variables: { orderBy: { field: 'CREATED_AT', direction: 'DESC' } },
    },
    {
      page: 'conversations: of a contact',
      operation: conversations,
      variables: { filter: { contactId: short['contact_id'] } },
    },
    { page: 'conversations: with the last 10 messages', operation: inbox, variables: {} },
    { page: 'dashboard', isBounded: false, operation: webOperation('Dashboard'), variables: {} },
    { page: 'a contact', operation: webOperation('ContactPage'), variables: { id: short['contact_id'] } },
    { page: 'a short thread', operation: webOperation('Thread'), variables: { id: short['id'] } },
    { page: 'the longest thread', operation: webOperation('Thread'), variables: { id: long['id'] } },
    ...deskPages,
    ...searchPages,
  ];
}
