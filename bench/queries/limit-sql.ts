import { latestConversations, latestFirst } from './latest-conversations';
import type { WorkloadKey } from './workloads';

const contact = `c.id, c.name, c.email, c.phone, c.metadata->>'company' as company, c.metadata->>'position' as position,
  c.metadata->>'source' as source, a.last_activity_at as "lastActivityAt", c.created_at as "createdAt"`;

const author = (id: string) =>
  `(select json_build_object('id', p.id, 'name', p.name) from @.actors p where p.id = ${id})`;

const message = `m.id, m.number, m.sender_type as "senderType", m.content, m.created_at as "createdAt"`;

const lastMessage = (conversationId: string) =>
  `(select row_to_json(m) from (
      select m.id, m.content, m.sender_type as "senderType", ${author('m.author_id')} as author
      from @.messages m where m.conversation_id = ${conversationId} and m.sender_type <> 'system'
      order by m.number desc limit 1) m)`;

const list = (condition: string, count: string) => `
  with page as materialized (
    select ${contact} from @.contact_activity a join @.contacts c on c.id = a.contact_id ${condition}
    order by a.last_activity_at desc, a.contact_id desc limit 26),
  nodes as (
    select p.*, json_build_object('nodes', coalesce((
      select json_agg(v) from (
        select v.id, v.status from @.conversations v where v.contact_id = p.id order by v.created_at desc, v.id desc limit 3) v), '[]'))
      as "recentConversations"
    from page p limit 25)
  select json_build_object('contacts', json_build_object(
    'nodes', coalesce((select json_agg(n) from nodes n), '[]'),
    'pageInfo', json_build_object('hasNextPage', (select count(*) > 25 from page),
      'endCursor', (select "lastActivityAt" || ' ' || id from nodes order by "lastActivityAt", id limit 1)),
    'totalCount', (${count})))::text as json`;

const countOfAll = 'select count(*) from (select 1 from @.contacts limit 1000) counted';

const events = (first: string, second: string) => `
  counter as (update @.event_counter set last_seq = last_seq + 2 where exists (select from key) returning last_seq),
  logged as (
    insert into @.events (seq, type, subject_id, parent_id, occurred_at, actor_id)
    select last_seq - 1, ${first}, now(), $actor::uuid from counter union all select last_seq, ${second}, now(), $actor::uuid from counter)`;

/** A key that was used before has nothing written, and answers the message that it stands for. */
export const sendWrites = `
  with key as (
    insert into @.idempotency_keys (operation, key, request_hash, result_id, created_at)
    values ('sendMessage', $3, $4, uuidv7(), now()) on conflict do nothing returning result_id as id),
  conversation as (
    update @.conversations v set message_count = message_count + 1, last_message_at = greatest(last_message_at, now())
    from key where v.id = $1 returning v.*),
  activity as (
    update @.contact_activity a set last_activity_at = greatest(a.last_activity_at, v.last_message_at)
    from conversation v where a.contact_id = v.contact_id),
  sent as (
    insert into @.messages (id, conversation_id, number, sender_type, content, created_at, author_id)
    select key.id, v.id, v.message_count, 'user', $2, v.last_message_at, $actor from key, conversation v returning *),
  ${events(`'messageSent', (select id from key), $1::uuid`, `'conversationChanged', $1::uuid, null::uuid`)},
  m as (
    select * from sent union all
    select m.* from @.idempotency_keys k join @.messages m on m.id = k.result_id
    where k.operation = 'sendMessage' and k.key = $3 and not exists (select from key)),
  v as (select * from conversation union all select * from @.conversations where id = $1 and not exists (select from key))`;

const send = `${sendWrites}
  select json_build_object(
    'message', json_build_object('id', m.id, 'number', m.number, 'senderType', m.sender_type, 'content', m.content,
      'createdAt', m.created_at, 'author', ${author('m.author_id')}),
    'conversation', json_build_object('id', v.id, 'subject', v.subject, 'status', v.status, 'snoozedUntil', v.snoozed_until,
      'createdAt', v.created_at, 'lastMessageAt', v.last_message_at,
      'lastMessage', json_build_object('id', m.id, 'content', m.content, 'senderType', m.sender_type, 'author', ${author('m.author_id')})),
    'userErrors', json_build_array())::text as json
  from m, v`;

export const createWrites = `
  with key as (select uuidv7() as id, uuidv7() as conversation_id),
  contact as (
    insert into @.contacts (id, name, email, phone, phone_e164, metadata, created_by)
    select id, $1, $2, $3, regexp_replace($3, '[^+0-9]', '', 'g'), jsonb_build_object('company', 'Company 42', 'source', 'Referral'), $actor
    from key returning *),
  activity as (insert into @.contact_activity (contact_id, last_activity_at) select id, created_at from contact),
  conversation as (
    insert into @.conversations (id, contact_id, created_by) select key.conversation_id, key.id, $actor from key),
  ${events(`'contactChanged', (select id from key), null::uuid`, `'conversationChanged', (select conversation_id from key), null::uuid`)}`;

const create = `${createWrites}
  select json_build_object(
    'contact', json_build_object('id', c.id, 'name', c.name, 'email', c.email, 'phone', c.phone, 'company', c.metadata->>'company',
      'position', c.metadata->>'position', 'source', c.metadata->>'source', 'metadata', c.metadata - '{company,position,source}'::text[],
      'createdAt', c.created_at, 'createdBy', ${author('c.created_by')}, 'updatedAt', c.updated_at),
    'conversation', json_build_object('id', key.conversation_id), 'userErrors', json_build_array())::text as json
  from contact c, key`;

/** The first id of a day: ids are UUIDv7. */
export const firstId = (day: string) =>
  `(lpad(to_hex((extract(epoch from ${day}) * 1000)::bigint), 12, '0') || '70008000000000000000')::uuid`;

const dashboard = `
  select json_build_object(
    'currentTenant', json_build_object('stats', (select row_to_json(s) from (
      select (select count(*) from @.contacts) as "contactCount", count(*) as "conversationCount",
        count(*) filter (where status = 'active') as "activeConversationCount", sum(message_count) as "messageCount",
        (select json_agg(json_build_object('date', day::date, 'count', (
           select count(*) from @.messages where id >= ${firstId('day')} and id < ${firstId(`(day + interval '1 day')`)})) order by day)
         from generate_series(date_trunc('day', now()) - interval '13 days', date_trunc('day', now()), interval '1 day') day) as "messagesPerDay"
      from @.conversations) s)),
    'contacts', json_build_object('nodes', (select json_agg(c) from (
      select c.id, c.name, c.email, c.phone, c.metadata->>'company' as company, c.created_at as "createdAt"
      from @.contacts c order by c.created_at desc, c.id desc limit 5) c)),
    'conversations', json_build_object('nodes', (select json_agg(v) from (
      select v.id, v.subject, v.status, v.created_at as "createdAt", v.last_message_at as "lastMessageAt",
        json_build_object('id', c.id, 'name', c.name) as contact, v.snoozed_until as "snoozedUntil", ${lastMessage('v.id')} as "lastMessage"
      from (${latestConversations(5)}) v join @.contacts c on c.id = v.contact_id
      order by coalesce(v.last_message_at, v.created_at) desc, v.id desc) v)))::text as json`;

/** Of `conversations v`, for whoever asks. */
const unreadCount = `greatest(v.message_count - coalesce((
  select r.number from @.conversation_reads r where r.conversation_id = v.id and r.reader_id = $actor), 0), 0)`;

/** Of `contacts c`, a search of one word: as the index has it, which is there for whoever asks. */
export const matches = `lower((c.name || E'\\n' || coalesce(c.email, '') || E'\\n' || coalesce(c.metadata->>'company', '') || E'\\n'
  || coalesce(c.phone_e164, '')) collate "und-x-icu") like '%' || lower($1 collate "und-x-icu") || '%'`;

/** Materialized, so that all matches are found by their index: for the first of them alone the table would be read from its beginning. */
export const matchCount = (atMost: string) =>
  `with found as materialized (select 1 from @.contacts c where ${matches}) select count(*) from (select 1 from found limit ${atMost}) counted`;

/** One statement a workload: its answer is what is sent. `@` is the tenant's schema, `$actor` who writes. */
export const limitSql: Record<WorkloadKey, { types: string; sql: string }> = {
  contact: {
    types: '(uuid)',
    sql: `select json_build_object('contact', (select row_to_json(c) from (
      select ${contact} from @.contacts c join @.contact_activity a on a.contact_id = c.id where c.id = $1) c))::text as json`,
  },
  list: { types: '', sql: list('', countOfAll) },
  conversation: {
    types: '(uuid)',
    sql: `with page as materialized (
        select ${message}, ${author('m.author_id')} as author from @.messages m where m.conversation_id = $1 order by m.number desc limit 51),
      nodes as (select * from (select * from page limit 50) p order by p.number)
      select json_build_object('conversation', (select row_to_json(v) from (
        select v.id, v.created_at as "createdAt", v.subject, v.status, v.snoozed_until as "snoozedUntil",
          json_build_object('id', c.id, 'name', c.name) as contact,
          json_build_object('nodes', (select json_agg(n) from nodes n), 'pageInfo', json_build_object(
            'hasNextPage', false, 'hasPreviousPage', (select count(*) > 50 from page),
            'startCursor', (select min(number) from nodes), 'endCursor', (select max(number) from nodes))) as messages
        from @.conversations v join @.contacts c on c.id = v.contact_id where v.id = $1) v))::text as json`,
  },
  inbox: {
    types: '',
    sql: `select json_build_object('conversations', json_build_object('nodes', json_agg(v)))::text as json from (
      select v.id, v.subject, v.status, v.last_message_at as "lastMessageAt",
        json_build_object('id', c.id, 'name', c.name, 'email', c.email, 'company', c.metadata->>'company') as contact,
        json_build_object('nodes', coalesce((select json_agg(m) from (select * from (
          select ${message} from @.messages m where m.conversation_id = v.id order by m.number desc limit 10) m order by m.number) m), '[]')) as messages
      from (${latestConversations(20)}) v join @.contacts c on c.id = v.contact_id
      order by coalesce(v.last_message_at, v.created_at) desc, v.id desc) v`,
  },
  desk: {
    types: '',
    sql: `select json_build_object('conversations', json_build_object('nodes', json_agg(v)))::text as json from (
      select v.id, v.subject, v.status, v.last_message_at as "lastMessageAt", v.waiting_since as "waitingSince", ${unreadCount} as "unreadCount",
        json_build_object('id', c.id, 'name', c.name) as contact, ${author('v.assignee_id')} as assignee,
        coalesce((
          select json_agg(l) from (
            select l.id, l.name from @.conversation_labels k join @.labels l on l.id = k.label_id where k.conversation_id = v.id order by l.name) l), '[]')
          as labels,
        ${lastMessage('v.id')} as "lastMessage"
      from (select * from @.conversations where status = 'active' order by ${latestFirst} limit 25) v join @.contacts c on c.id = v.contact_id
      order by coalesce(v.last_message_at, v.created_at) desc, v.id desc) v`,
  },
  send: { types: '(uuid, text, text, text)', sql: send },
  create: { types: '(text, text, text)', sql: create },
  search: { types: '(text)', sql: list(`where (${matches})`, matchCount('1000')) },
  dashboard: { types: '', sql: dashboard },
};
