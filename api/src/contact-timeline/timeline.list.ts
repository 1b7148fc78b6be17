import type { EntityManager } from 'typeorm';
import { hasContactWork } from '../database/contact-work';
import { countUpTo } from '../database/count-up-to';
import { type Sql, sqlOf, type TenantTables, tablesOf } from '../database/tables';
import type { PageRequest, Position } from '../graphql/pagination';

export interface TimelineRow {
  id: string;
  /** Where it stands among what happened at the same moment. */
  place: string;
  contactId: string;
  kind: string;
  occurredAt: string;
  actorId: string | null;
  /** Of the import or the merge. */
  sourceId: string | null;
  changes: Record<string, [from: unknown, to: unknown]> | null;
  /** Of a note. */
  content: string | null;
}

type Version = { schemaVersion: string };

/** One of the tables that a timeline is made of: `t`, each with an index of its contact's rows, the newest first. */
interface Source {
  table: string;
  /** Of whom a row is. */
  contact: string;
  kind: string;
  actor: string;
  /** Among what happened at the same moment; the id where nothing else is said. */
  place?: string;
  sourceId?: string;
  changes?: string;
  content?: string;
}

/** Nothing has happened with a contact before it was there. */
const first = `'00000000-0000-0000-0000-000000000000'::uuid`;

const sourcesOf = (tables: TenantTables, tenant: Version): Source[] => [
  { table: tables.contacts, contact: 't.id', kind: `'created'`, actor: 't.created_by', place: first },
  { table: tables.conversations, contact: 't.contact_id', kind: `'conversation'`, actor: 't.created_by' },
  ...(hasContactWork(tenant) ? sourcesOfWork(tables) : []),
];

const sourcesOfWork = (tables: TenantTables): Source[] => [
  { table: tables.contact_notes, contact: 't.contact_id', kind: `'note'`, actor: 't.author_id', content: 't.content' },
  {
    table: tables.contact_changes,
    contact: 't.contact_id',
    kind: 't.kind',
    actor: 't.actor_id',
    sourceId: 't.source_id',
    changes: 't.changes',
  },
];

/** Of several contacts, each with a page of its own: the newest first. Each table is read no further than the page may reach. */
export function listTimelines(
  manager: EntityManager,
  contactIds: readonly string[],
  { size, after }: PageRequest,
  tenant: Version,
): Promise<TimelineRow[]> {
  const values: unknown[] = [contactIds];
  const { tables, bind } = sqlOf(tablesOf(manager), values);
  const beyond = (place: string) =>
    after ? `and (t.created_at, ${place}) < (${bind(after.key)}::timestamptz, ${bind(after.id)}::uuid)` : '';
  const inOrder = `limit ${size + 1}`;
  const walks = sourcesOf(tables, tenant).map(
    ({
      table,
      contact,
      kind,
      actor,
      place = 't.id',
      sourceId = 'null::uuid',
      changes = 'null::jsonb',
      content = 'null::text',
    }) =>
      `(select t.id, ${place} as place, ${contact} as "contactId", ${kind} as kind, t.created_at as "occurredAt",
          ${actor} as "actorId", ${sourceId} as "sourceId", ${changes} as changes, ${content} as content
        from ${table} t where ${contact} = asked.contact_id ${beyond(place)} order by t.created_at desc, ${place} desc ${inOrder})`,
  );
  return manager.query(
    `select page.* from unnest($1::uuid[]) as asked(contact_id), lateral (
       select * from (${walks.join(' union all ')}) entries order by "occurredAt" desc, place desc ${inOrder}) page`,
    values,
  );
}

export const positionOfEntry = ({ row: { occurredAt, place } }: { row: TimelineRow }): Position => ({
  key: occurredAt,
  id: place,
});

export async function countTimeline(
  manager: EntityManager,
  contactId: string,
  atMost: number | null,
  tenant: Version,
): Promise<number> {
  const values: unknown[] = [contactId];
  const sql: Sql = sqlOf(tablesOf(manager), values);
  const rows = sourcesOf(sql.tables, tenant).map(
    ({ table, contact }) => `select 1 from ${table} t where ${contact} = $1`,
  );
  const [row]: { count: number }[] = await manager.query(
    countUpTo(`select 1 from (${rows.join(' union all ')}) entries`, atMost, sql.bind),
    values,
  );
  return row?.count ?? 0;
}
