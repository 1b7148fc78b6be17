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
const conversationColumns = [
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
const searched = (query, text) =>
  text
    ? query.where((or) => {
        const pattern = `%${text}%`;
        or.whereILike('c.name', pattern).orWhereILike('c.email', pattern).orWhereILike('c.phone_e164', pattern);
        or.orWhereRaw(`c.metadata->>'company' ilike ?`, [pattern]);
      })
    : query;

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
  const [{ count }] = await trx.count('* as count').from(
    searched(trx('contacts as c').select(trx.raw('1')), text)
      .limit(1_000)
      .as('counted'),
  );
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

const latest = (trx, count, columns) =>
  trx('conversations as v')
    .join('contacts as c', 'c.id', 'v.contact_id')
    .select([...columns, 'c.id as contactId', 'c.name as contactName'])
    .orderByRaw('coalesce(v.last_message_at, v.created_at) desc, v.id desc')
    .limit(count);

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

async function dashboard(trx) {
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

export const reads = { contact, list, conversation, inbox, dashboard };
