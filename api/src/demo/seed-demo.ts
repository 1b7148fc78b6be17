import { setTimeout as sleep } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import { v7 as uuidV7 } from 'uuid';
import { tablesOf } from '../database/tables';
import { e164From } from '../graphql/text';
import { JobStore } from '../jobs/job-store';
import type { Tenancy } from '../tenancy/tenancy';
import { openDemoColleagues } from './demo-colleagues';
import { demoCompanies } from './demo-companies';
import type { DemoCompany, DemoContact, DemoConversation } from './demo-company';

/** Rows of one statement: a few arrays as parameters, however many rows. */
const chunkSize = 500;

/** What seeding needs of the process. */
interface Stage {
  tenancy: Tenancy;
}

const lookAgainMs = 200;

/**
 * Registers the demo companies in a database that has no company at all; never adds to existing ones.
 * Of two processes that start at once on an empty database, one seeds and the other waits.
 * Answers whether anything was written.
 */
export async function seedDemoWhereEmpty(
  { tenancy }: Stage,
  say: (line: string) => void,
  { now = new Date(), ownerId = null }: { now?: Date; ownerId?: string | null } = {},
): Promise<boolean> {
  const jobs = new JobStore(tenancy.budget);
  for (;;) {
    if (await isSeeded(tenancy, jobs)) return false;
    const giveBack = await jobs.leaseAlone(seeding);
    if (giveBack === null) {
      await sleep(lookAgainMs);
      continue;
    }
    try {
      if ((await tenancy.registry.listSchemas()).length > 0) return false;
      for (const company of demoCompanies(now)) {
        const tenant = await tenancy.createTenant({ name: company.name, idempotencyKey: null, ownerId });
        const authors = ownerId === null ? undefined : await openDemoColleagues(tenancy, tenant.id, company);
        await seedDemo(await tenancy.managerOf(tenant), company, authors);
        for (const dueAt of wakeUpsOf(company)) await jobs.schedule('wakeConversations', tenant.id, dueAt);
        say(`demo company ${company.name}: ${company.contacts.length} contacts`);
      }
      return true;
    } finally {
      await giveBack();
    }
  }
}

const seeding = 'seedDemo';

/** There are companies, and nobody is about to add more of them. */
async function isSeeded(tenancy: Tenancy, jobs: JobStore): Promise<boolean> {
  return (await tenancy.registry.listSchemas()).length > 0 && !(await jobs.isLeased(seeding));
}

/** Writes a company's contacts, conversations and messages into its tenant, all or nothing. `authors`: ids of accounts by name; rows of others have nobody. */
export function seedDemo(
  manager: EntityManager,
  { contacts }: DemoCompany,
  authors: ReadonlyMap<string, string> = new Map(),
): Promise<void> {
  return manager.transaction(async (inside) => {
    const tables = tablesOf(inside);
    const idOf = (name: string | undefined) => (name !== undefined && authors.get(name)) || null;
    const people = contacts.map((contact) => ({ ...contact, id: idAt(contact.createdAt) }));
    const talks = people.flatMap((contact) =>
      contact.conversations.map((talk) => ({ ...talk, id: idAt(talk.createdAt), contactId: contact.id })),
    );
    const lines = talks.flatMap((talk) =>
      talk.messages.map((line, i) => ({ ...line, number: i + 1, conversationId: talk.id })),
    );

    await insertRows(inside, tables.actors, [...authors], {
      id: ['uuid', ([, id]) => id],
      kind: ['text', () => 'account'],
      name: ['text', ([name]) => name],
    });
    await insertRows(inside, tables.contacts, people, {
      id: ['uuid', ({ id }) => id],
      name: ['text', ({ name }) => name],
      email: ['text', ({ email }) => email ?? null],
      phone: ['text', ({ phone }) => phone ?? null],
      phone_e164: ['text', ({ phone }) => (phone === undefined ? null : e164From(phone))],
      metadata: ['jsonb', metadataOf],
      created_by: ['uuid', ({ conversations }) => idOf(conversations[0]?.by)],
      created_at: ['timestamptz', ({ createdAt }) => createdAt],
      updated_at: ['timestamptz', ({ createdAt }) => createdAt],
    });
    await insertRows(inside, tables.contact_activity, people, {
      contact_id: ['uuid', ({ id }) => id],
      last_activity_at: ['timestamptz', lastActivityOf],
    });
    await insertRows(inside, tables.conversations, talks, {
      id: ['uuid', ({ id }) => id],
      contact_id: ['uuid', ({ contactId }) => contactId],
      subject: ['text', ({ subject }) => subject ?? null],
      status: ['text', ({ status }) => status],
      snoozed_until: ['timestamptz', ({ snoozedUntil }) => snoozedUntil ?? null],
      created_by: ['uuid', ({ by }) => idOf(by)],
      message_count: ['integer', ({ messages }) => messages.length],
      last_message_at: ['timestamptz', lastMessageOf],
      created_at: ['timestamptz', ({ createdAt }) => createdAt],
      updated_at: ['timestamptz', ({ updatedAt }) => updatedAt],
    });
    await insertRows(inside, tables.messages, lines, {
      id: ['uuid', ({ createdAt }) => idAt(createdAt)],
      conversation_id: ['uuid', ({ conversationId }) => conversationId],
      number: ['integer', ({ number }) => number],
      sender_type: ['text', ({ senderType }) => senderType],
      sender_id: ['text', ({ senderName }) => senderName ?? null],
      author_id: ['uuid', ({ author }) => idOf(author)],
      content: ['text', ({ content }) => content],
      created_at: ['timestamptz', ({ createdAt }) => createdAt],
    });
  });
}

type Columns<Row> = Record<string, readonly [type: string, valueOf: (row: Row) => unknown]>;

async function insertRows<Row>(
  manager: EntityManager,
  table: string,
  rows: Row[],
  columns: Columns<Row>,
): Promise<void> {
  const names = Object.keys(columns).join(', ');
  const arrays = Object.values(columns).map(([type], i) => `$${i + 1}::${type}[]`);
  for (let from = 0; from < rows.length; from += chunkSize) {
    const chunk = rows.slice(from, from + chunkSize);
    const values = Object.values(columns).map(([, valueOf]) => chunk.map(valueOf));
    await manager.query(`insert into ${table} (${names}) select * from unnest(${arrays.join(', ')})`, values);
  }
}

/** Ids are made of their rows' own times, as if each had been written then. */
const idAt = (moment: Date): string => uuidV7({ msecs: moment.getTime() });

const lastMessageOf = ({ messages }: DemoConversation): Date | null => messages.at(-1)?.createdAt ?? null;

function lastActivityOf({ createdAt, conversations }: DemoContact): Date {
  const moments = conversations.map(lastMessageOf).filter((moment) => moment !== null);
  return moments.reduce((latest, moment) => (moment > latest ? moment : latest), createdAt);
}

function metadataOf({ company, position, source, metadata }: DemoContact): string {
  return JSON.stringify({ ...metadata, company, position, source });
}

function wakeUpsOf({ contacts }: DemoCompany): Date[] {
  return contacts.flatMap(({ conversations }) => conversations.flatMap(({ snoozedUntil }) => snoozedUntil ?? []));
}
