import { hasContactWork } from '../database/contact-work';
import type { TenantTables } from '../database/tables';
import { namedMetadata } from './contact';
import { furtherKeys, ownColumns } from './contact.repository';
import { ConversationStatus } from './conversation-status';

type Version = { schemaVersion: string };

/** What a file has where nobody chooses, before the custom fields. */
export const usualColumns = [
  'id',
  'name',
  'email',
  'phone',
  ...namedMetadata,
  'createdAt',
  'updatedAt',
  'lastActivityAt',
  'externalId',
];

/** What it has for those who ask, since each contact is looked up for it. */
const lookedUp: Readonly<Record<string, (tables: TenantTables, tenant: Version) => string>> = {
  conversationStatus: statusOf,
  labels: ({ labels, contact_labels }, tenant) =>
    !hasContactWork(tenant)
      ? `'[]'`
      : `(select coalesce(jsonb_agg(l.name order by lower(l.name)), '[]')::text from ${contact_labels} cl join ${labels} l on l.id = cl.label_id
      where cl.contact_id = c.id)`,
};

export const knownColumns = (keys: readonly string[]): string[] => [
  ...usualColumns,
  ...Object.keys(lookedUp),
  ...keys,
  'metadata',
];

/** Of `contacts c` joined with `contact_activity a`; what JSON there is stays text. `keys`: of custom fields, which have columns of their own. */
export function exportColumns(
  tables: TenantTables,
  tenant: Version,
  keys: readonly string[],
  asked: readonly string[],
): string {
  const rest = `((${furtherKeys('c')}) - '{${keys.join(',')}}'::text[])::text`;
  const own = [
    ...keys.map((key) => `(c.metadata->'${key}')::text as "${key}"`),
    'a.last_activity_at as "lastActivityAt"',
    'c.external_id as "externalId"',
    ...Object.entries(lookedUp)
      .filter(([name]) => asked.includes(name))
      .map(([name, expression]) => `${expression(tables, tenant)} as "${name}"`),
  ];
  return `${ownColumns('c', rest)}, ${own.join(', ')}`;
}

/** How many of the latest conversations are asked for it, in lists too. */
const latest = 3;

/** The status that asks most for attention among the latest conversations. */
function statusOf({ conversations }: TenantTables): string {
  const first = Object.entries(ConversationStatus).map(
    ([name, value]) => `when bool_or(recent.status = '${value}') then '${name}'`,
  );
  return `(select case ${first.join(' ')} end from (
      select v.status from ${conversations} v where v.contact_id = c.id order by v.created_at desc, v.id desc limit ${latest}
    ) recent)`;
}
