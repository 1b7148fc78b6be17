const contactColumns = (trx) => [
  'c.id',
  'c.name',
  'c.email',
  'c.phone',
  trx.raw(`c.metadata->>'company' as company`),
  trx.raw(`c.metadata->>'position' as position`),
  trx.raw(`c.metadata->>'source' as source`),
  'a.last_activity_at as lastActivityAt',
  'c.created_at as createdAt',
];
export const conversationColumns = [
  'v.id',
  'v.subject',
  'v.status',
  'v.created_at as createdAt',
  'v.last_message_at as lastMessageAt',
];
export const messageColumns = [
  'm.id',
  'm.number',
  'm.sender_type as senderType',
  'm.content',
  'm.created_at as createdAt',
];

const contacts = (trx) => trx('contacts as c').join('contact_activity as a', 'a.contact_id', 'c.id');
/** As the index has it. */
const searchText = `lower((c.name || E'\\n' || coalesce(c.email, '') || E'\\n' || coalesce(c.metadata->>'company', '') || E'\\n'
  || coalesce(c.phone_e164, '')) collate "und-x-icu")`;
const searched = (query, text) =>
  text ? query.whereRaw(`${searchText} like lower(?::text collate "und-x-icu")`, [`%${text}%`]) : query;

export const groupBy = (rows, key) => {
  const groups = new Map();
  for (const row of rows) groups.set(row[key], [...(groups.get(row[key]) ?? []), row]);
  return groups;
};

/** The first rows of each parent, in one query. */
const firstOfEach = (trx, ids, lateral) =>
  trx.select('p.*').fromRaw('unnest(?::uuid[]) as parent(id)', [ids]).joinRaw('cross join lateral (?) p', [lateral]);

async function authorsOf(trx, rows) {
  const ids = [...new Set(rows.map(({ authorId }) => authorId).filter((id) => id !== null))];
  if (ids.length === 0) return new Map();
  const actors = await trx('actors').select('id', 'name').whereIn('id', ids);
  return new Map(actors.map((actor) => [actor.id, actor]));
}

export async function withAuthors(trx, rows) {
  const authors = await authorsOf(trx, rows);
  return rows.map(({ authorId, ...row }) => ({ ...row, author: authors.get(authorId) ?? null }));
}

async function contact(trx, id) {
  return { contact: (await contacts(trx).where('c.id', id).first(contactColumns(trx))) ?? null };
}

/** Materialized, so that all matches of a search are found by their index. */
async function countOf(trx, text) {
  const matches = searched(trx('contacts as c').select(trx.raw('1')), text);
  const counted = text ? trx.withMaterialized('found', matches).from('found').select(trx.raw('1')) : matches;
  const [{ count }] = await trx.count('* as count').from(counted.limit(1_000).as('counted'));
  return count;
}

async function list(trx, text) {
  const rows = await searched(contacts(trx), text)
    .select(contactColumns(trx))
    .orderBy([
      { column: 'a.last_activity_at', order: 'desc' },
      { column: 'a.contact_id', order: 'desc' },
    ])
    .limit(26);
  const page = rows.slice(0, 25);
  const ids = page.map(({ id }) => id);
  const recent = await firstOfEach(
    trx,
    ids,
    trx('conversations as v')
      .select('v.id', 'v.status', 'v.contact_id')
      .whereRaw('v.contact_id = parent.id')
      .orderByRaw('v.created_at desc, v.id desc')
      .limit(3),
  );
  const ofContact = groupBy(recent, 'contact_id');
  const count = await countOf(trx, text);
  const last = page.at(-1);
  return {
    contacts: {
      nodes: page.map((row) => ({
        ...row,
        recentConversations: { nodes: (ofContact.get(row.id) ?? []).map(({ id, status }) => ({ id, status })) },
      })),
      pageInfo: {
        hasNextPage: rows.length > 25,
        endCursor: last ? `${last.lastActivityAt.toISOString()} ${last.id}` : null,
      },
      totalCount: count,
    },
  };
}

async function conversation(trx, id) {
  const found = await trx('conversations as v')
    .join('contacts as c', 'c.id', 'v.contact_id')
    .where('v.id', id)
    .first([
      ...conversationColumns.slice(0, 4),
      'v.snoozed_until as snoozedUntil',
      'c.id as contactId',
      'c.name as contactName',
    ]);
  if (!found) return { conversation: null };
  const rows = await trx('messages as m')
    .select([...messageColumns, 'm.author_id as authorId'])
    .where('m.conversation_id', id)
    .orderBy('m.number', 'desc')
    .limit(51);
  const nodes = await withAuthors(trx, rows.slice(0, 50).reverse());
  const { contactId, contactName, ...own } = found;
  const pageInfo = {
    hasNextPage: false,
    hasPreviousPage: rows.length > 50,
    startCursor: nodes.at(0)?.number ?? null,
    endCursor: nodes.at(-1)?.number ?? null,
  };
  return { conversation: { ...own, contact: { id: contactId, name: contactName }, messages: { nodes, pageInfo } } };
}

const newestFirst = 'coalesce(v.last_message_at, v.created_at) desc, v.id desc';

/** Each status has its order in an index: the three are merged. */
export const latest = (trx, count, columns) =>
  trx
    .select([...columns, 'c.id as contactId', 'c.name as contactName'])
    .from((merged) =>
      merged
        .from((all) => {
          all.unionAll(
            ['active', 'snoozed', 'closed'].map((status) =>
              trx('conversations as v').where('v.status', status).orderByRaw(newestFirst).limit(count),
            ),
            true,
          );
          all.as('v');
        })
        .orderByRaw(newestFirst)
        .limit(count)
        .as('v'),
    )
    .join('contacts as c', 'c.id', 'v.contact_id')
    .orderByRaw(newestFirst);

async function inbox(trx) {
  const columns = [
    'v.id',
    'v.subject',
    'v.status',
    'v.last_message_at as lastMessageAt',
    'c.email',
    trx.raw(`c.metadata->>'company' as company`),
  ];
  const rows = await latest(trx, 20, columns);
  const messages = await firstOfEach(
    trx,
    rows.map(({ id }) => id),
    trx('messages as m')
      .select([...messageColumns, 'm.conversation_id'])
      .whereRaw('m.conversation_id = parent.id')
      .orderBy('m.number', 'desc')
      .limit(10),
  );
  const ofConversation = groupBy(messages, 'conversation_id');
  const nodes = rows.map(({ contactId, contactName, email, company, ...own }) => ({
    ...own,
    contact: { id: contactId, name: contactName, email, company },
    messages: {
      nodes: (ofConversation.get(own.id) ?? []).map(({ conversation_id: _, ...message }) => message).reverse(),
    },
  }));
  return { conversations: { nodes } };
}

/** What a person wrote last in each. */
export async function lastWordsOf(trx, ids) {
  const rows = await firstOfEach(
    trx,
    ids,
    trx('messages as m')
      .select(
        'm.id',
        'm.content',
        'm.sender_type as senderType',
        'm.author_id as authorId',
        'm.conversation_id as conversationId',
      )
      .whereRaw('m.conversation_id = parent.id')
      .whereNot('m.sender_type', 'system')
      .orderBy('m.number', 'desc')
      .limit(1),
  );
  const named = await withAuthors(trx, rows);
  return new Map(named.map(({ conversationId, ...message }) => [conversationId, message]));
}

/** What members see of the first active conversations, for one of them. */
async function desk(trx, readerId) {
  const rows = await trx('conversations as v')
    .join('contacts as c', 'c.id', 'v.contact_id')
    .leftJoin('actors as p', 'p.id', 'v.assignee_id')
    .leftJoin('conversation_reads as r', (on) =>
      on.on('r.conversation_id', 'v.id').andOn('r.reader_id', trx.raw('?', [readerId])),
    )
    .select([
      ...conversationColumns.filter((column) => !column.includes('created_at')),
      'v.waiting_since as waitingSince',
      trx.raw('greatest(v.message_count - coalesce(r.number, 0), 0) as "unreadCount"'),
      'c.id as contactId',
      'c.name as contactName',
      'p.id as assigneeId',
      'p.name as assigneeName',
    ])
    .where('v.status', 'active')
    .orderByRaw(newestFirst)
    .limit(25);
  const ids = rows.map(({ id }) => id);
  const labels = await trx('conversation_labels as k')
    .join('labels as l', 'l.id', 'k.label_id')
    .select(['l.id', 'l.name', 'k.conversation_id'])
    .whereIn('k.conversation_id', ids)
    .orderBy('l.name');
  const ofConversation = groupBy(labels, 'conversation_id');
  const lastWords = await lastWordsOf(trx, ids);
  return {
    conversations: {
      nodes: rows.map(({ contactId, contactName, assigneeId, assigneeName, ...own }) => ({
        ...own,
        contact: { id: contactId, name: contactName },
        assignee: assigneeId && { id: assigneeId, name: assigneeName },
        labels: (ofConversation.get(own.id) ?? []).map(({ id, name }) => ({ id, name })),
        lastMessage: lastWords.get(own.id) ?? null,
      })),
    },
  };
}

export const reads = { contact, list, conversation, inbox, desk };
