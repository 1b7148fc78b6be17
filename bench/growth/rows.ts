import type { Client } from 'pg';

export interface Shape {
  contacts: number;
  /** In the one conversation of each contact. */
  messagesEach: number;
}

export interface Place {
  id: string;
  schemaName: string;
}

/** Each tenant has the same ids, so that one that is drawn at random need not be asked for them. */
const idsLike = (middle: string, count: number): string[] =>
  Array.from({ length: count }, (_, n) => `${middle}${(n + 1).toString(16).padStart(12, '0')}`);
const contactPart = '00000000-0000-7000-8000-';
const conversationPart = '00000000-0000-7000-9000-';
export const contactIds = (count: number): string[] => idsLike(contactPart, count);
export const conversationIds = (count: number): string[] => idsLike(conversationPart, count);

const id = (part: string, n: string): string => `('${part}' || lpad(to_hex(${n}), 12, '0'))::uuid`;

/** The member that asks, who belongs to a tenant from when its rows are there. */
export const accountId = '00000000-0000-7000-8000-0000000000aa';

export async function addAccount(client: Client): Promise<void> {
  await client.query(
    `insert into public.accounts (id, email, email_key, name)
     values ('${accountId}', 'growth@bench.example', 'growth@bench.example', 'Grace Growth') on conflict do nothing`,
  );
}

/** In one transaction: a tenant has all of its rows or none. */
export async function fill(client: Client, { id: tenantId, schemaName }: Place, shape: Shape): Promise<void> {
  const { contacts, messagesEach } = shape;
  const moment = `now() - (${contacts} - n) * interval '1 minute'`;
  await client.query(`
    begin;
    set local search_path = "${schemaName}", public;
    set local synchronous_commit = off;
    insert into actors (id, kind, name) values ('${accountId}', 'account', 'Grace Growth');
    insert into contacts (id, name, email, phone, phone_e164, metadata)
    select ${id(contactPart, 'n')}, 'Person ' || n, 'person-' || n || '@growth.example', '+49 30 ' || 1000000 + n, '+4930' || 1000000 + n,
      jsonb_build_object('company', 'Company ' || n, 'source', 'Referral') from generate_series(1, ${contacts}) n;
    insert into contact_activity (contact_id, last_activity_at) select ${id(contactPart, 'n')}, ${moment} from generate_series(1, ${contacts}) n;
    insert into conversations (id, contact_id, subject, status, message_count, last_message_at)
    select ${id(conversationPart, 'n')}, ${id(contactPart, 'n')}, 'Request ' || n, 'active', ${messagesEach}, ${moment}
    from generate_series(1, ${contacts}) n;
    insert into messages (id, conversation_id, number, sender_type, content, created_at)
    select uuidv7(), ${id(conversationPart, 'n')}, m, case m % 2 when 1 then 'contact' else 'user' end,
      'Line ' || m || ': could you tell me when the parts will be here?', ${moment} - (${messagesEach} - m) * interval '1 second'
    from generate_series(1, ${contacts}) n cross join generate_series(1, ${messagesEach}) m;
    insert into public.memberships (id, account_id, tenant_id, role) values (gen_random_uuid(), '${accountId}', '${tenantId}', 'member');
    commit`);
}

/** As it was before something was sent there. */
export async function removeSent(client: Client, { schemaName }: Place, { messagesEach }: Shape): Promise<void> {
  await client.query(`
    begin;
    set local search_path = "${schemaName}", public;
    delete from messages m using conversations v
    where v.message_count > ${messagesEach} and m.conversation_id = v.id and m.number > ${messagesEach};
    update conversations set message_count = ${messagesEach} where message_count > ${messagesEach};
    delete from idempotency_keys where operation = 'sendMessage';
    commit`);
}

export async function analyze(client: Client, { schemaName }: Place): Promise<void> {
  for (const table of ['contacts', 'contact_activity', 'conversations', 'messages'])
    await client.query(`vacuum (analyze) "${schemaName}".${table}`);
}
