import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { hashOf, newToken } from '../../api/src/access/token';
import { schemaNameFrom } from '../../api/src/tenancy/schema-name';
import { ask } from '../calls';
import { createContact, createTenant } from '../writers';

export interface Member {
  id: string;
  name: string;
  headers: { authorization: string };
}

/** A company whose members work on the same conversations. */
export interface DeskWorld {
  tenantId: string;
  schema: string;
  members: readonly Member[];
  conversationIds: readonly string[];
  labelIds: readonly string[];
}

const labels = ['Parts', 'Invoice', 'Complaint', 'Urgent', 'Waiting for stock', 'Returns'];
const atOnce = 8;

const createLabel = `mutation ($input: CreateLabelInput!) { createLabel(input: $input) { label { id } } }`;

export async function newDeskWorld(
  url: string,
  client: Client,
  size: { members: number; conversations: number },
): Promise<DeskWorld> {
  const tenant = await ask(url, undefined, createTenant, { input: { name: 'Busy desk' } });
  const tenantId: string = tenant.createTenant.tenant.id;
  const members: Member[] = [];
  for (let n = 1; n <= size.members; n += 1) members.push(await newMember(client, tenantId, `Member ${n}`));
  const labelIds: string[] = [];
  for (const name of labels) {
    const { createLabel: made } = await ask(url, tenantId, createLabel, { input: { name } });
    labelIds.push(made.label.id);
  }
  const conversationIds: string[] = [];
  const fill = async (worker: number) => {
    for (let n = worker; n < size.conversations; n += atOnce) {
      const input = { name: `Contact ${n}`, email: `contact-${n}@contact.example` };
      const { createContact: made } = await ask(url, tenantId, createContact, { input });
      conversationIds.push(made.conversation.id);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, (_, worker) => fill(worker)));
  return { tenantId, schema: schemaNameFrom(tenantId), members, conversationIds, labelIds };
}

async function newMember(client: Client, tenantId: string, name: string): Promise<Member> {
  const [id, token] = [randomUUID(), newToken('session')];
  await client.query('insert into public.accounts (id, email, email_key, name) values ($1, $2, $2, $3)', [
    id,
    `${id}@people.example`,
    name,
  ]);
  await client.query(
    `insert into public.sessions (id, token_hash, account_id, expires_at) values ($1, $2, $3, now() + interval '1 day')`,
    [randomUUID(), hashOf(token), id],
  );
  await client.query(`insert into public.memberships (id, account_id, tenant_id, role) values ($1, $2, $3, 'member')`, [
    randomUUID(),
    id,
    tenantId,
  ]);
  return { id, name, headers: { authorization: `Bearer ${token}` } };
}
