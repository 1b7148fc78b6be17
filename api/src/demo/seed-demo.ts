import { setTimeout as sleep } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import { v7 as uuidV7 } from 'uuid';
import { Priority } from '../conversation/priority';
import { tablesOf } from '../database/tables';
import { e164From } from '../graphql/text';
import { JobStore } from '../jobs/job-store';
import type { Tenancy } from '../tenancy/tenancy';
import { openDemoColleagues } from './demo-colleagues';
import { demoCompanies } from './demo-companies';
import type { DemoCompany, DemoContact, DemoConversation, DemoLabel } from './demo-company';

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
        const owner = ownerId === null ? null : await actorFor(tenancy, ownerId);
        await seedDemo(await tenancy.managerOf(tenant), company, authors, owner);
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

interface Owner {
  id: string;
  name: string;
}

async function actorFor({ budget }: Tenancy, id: string): Promise<Owner | null> {
  const [owner] = await budget.query<Owner>('select id, name from public.accounts where id = $1', [id]);
  return owner ?? null;
}

/** There are companies, and nobody is about to add more of them. */
async function isSeeded(tenancy: Tenancy, jobs: JobStore): Promise<boolean> {
  return (await tenancy.registry.listSchemas()).length > 0 && !(await jobs.isLeased(seeding));
}

/**
 * Writes a company's contacts, conversations and messages into its tenant, all or nothing. `authors`: ids of accounts by name; rows of
 * others have nobody. `owner`: who will look at it, and has what matters to answer.
 */
export function seedDemo(
  manager: EntityManager,
  { contacts, labels }: DemoCompany,
  authors: ReadonlyMap<string, string> = new Map(),
  owner: Owner | null = null,
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

    const colleagues: [string, string][] = [...authors, ...(owner ? [[owner.name, owner.id] as [string, string]] : [])];
    const assigneeOf = ({ assignee, priority, status }: DemoConversation) =>
      owner && status === 'active' && priority >= Priority.HIGH ? owner.id : idOf(assignee);

    await insertRows(inside, tables.actors, colleagues, {
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
      assignee_id: ['uuid', assigneeOf],
      priority: ['int2', ({ priority }) => priority],
      waiting_since: ['timestamptz', ({ waitingSince }) => waitingSince ?? null],
      created_at: ['timestamptz', ({ createdAt }) => createdAt],
      updated_at: ['timestamptz', ({ updatedAt }) => updatedAt],
    });
    await insertRows(
      inside,
      tables.conversation_subjects,
      talks.filter(({ subject }) => subject !== undefined),
      { conversation_id: ['uuid', ({ id }) => id], subject: ['text', ({ subject }) => subject] },
    );
    await insertLabels(inside, labels, talks);
    const readings = colleagues.flatMap(([, readerId]) => talks.map((talk) => ({ ...talk, readerId })));
    await insertRows(inside, tables.conversation_reads, readings, {
      conversation_id: ['uuid', ({ id }) => id],
      reader_id: ['uuid', ({ readerId }) => readerId],
      number: ['integer', readCountOf],
    });
    await insertRows(inside, tables.messages, lines, {
      id: ['uuid', ({ createdAt }) => idAt(createdAt)],
      conversation_id: ['uuid', ({ conversationId }) => conversationId],
      number: ['integer', ({ number }) => number],
      sender_type: ['text', ({ senderType }) => senderType],
      sender_id: ['text', ({ senderName }) => senderName ?? null],
      author_id: ['uuid', ({ author }) => idOf(author)],
      content: ['text', ({ content }) => content],
      is_note: ['boolean', ({ isNote }) => isNote ?? false],
      created_at: ['timestamptz', ({ createdAt }) => createdAt],
    });
  });
}

/** Made when the first of the conversations was. */
async function insertLabels(manager: EntityManager, labels: DemoLabel[], talks: (DemoConversation & { id: string })[]) {
  const tables = tablesOf(manager);
  const createdAt = talks.reduce((first, talk) => (talk.createdAt < first ? talk.createdAt : first), new Date());
  const named = new Map(labels.map((label) => [label.name, { ...label, id: idAt(createdAt) }]));
  const pairs = talks.flatMap(({ id, labels: names }) => names.map((name) => ({ id, labelId: named.get(name)?.id })));
  await insertRows(manager, tables.labels, [...named.values()], {
    id: ['uuid', ({ id }) => id],
    name: ['text', ({ name }) => name],
    colour: ['text', ({ colour }) => colour],
    created_at: ['timestamptz', () => createdAt],
  });
  await insertRows(manager, tables.conversation_labels, pairs, {
    conversation_id: ['uuid', ({ id }) => id],
    label_id: ['uuid', ({ labelId }) => labelId],
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

/** Everybody has read what is answered, and nobody yet what waits. */
const readCountOf = ({ messages, waitingSince }: DemoConversation): number =>
  messages.filter(({ createdAt }) => !waitingSince || createdAt < waitingSince).length;

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
