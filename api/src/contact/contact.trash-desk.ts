import { hasContactWork } from '../database/contact-work';
import type { TenantTables } from '../database/tables';

/** What lies about a contact's conversations, by its table: it goes and comes back with them. */
const ofConversations = [
  'conversation_labels',
  'conversation_reads',
  'conversation_drafts',
  'scheduled_messages',
] as const;

/** And what lies about the contact. */
const ofContact = ['contact_labels', 'contact_notes', 'contact_changes'] as const;

type Version = { schemaVersion: string };

const tablesIn = (tenant: Version) => (hasContactWork(tenant) ? [...ofConversations, ...ofContact] : ofConversations);

/** What has been deleted since is not put back. */
const ifStillThere = ({ labels }: TenantTables): Partial<Record<string, string>> => {
  const hasLabel = `and exists (select from ${labels} l where l.id = r.label_id)`;
  return { conversation_labels: hasLabel, contact_labels: hasLabel };
};

/** An object of all of it, of `contacts c`. */
export function deskCopy(all: TenantTables, tenant: Version): string {
  const rows = (from: string) => `(select coalesce(jsonb_agg(to_jsonb(d)), '[]') from ${from})`;
  const copies = [
    ...ofConversations.map((table) => [
      table,
      rows(`${all.conversations} v join ${all[table]} d on d.conversation_id = v.id where v.contact_id = c.id`),
    ]),
    ...(hasContactWork(tenant)
      ? ofContact.map((table) => [table, rows(`${all[table]} d where d.contact_id = c.id`)])
      : []),
  ];
  return `jsonb_build_object(${copies.map(([table, copy]) => `'${table}', ${copy}`).join(', ')})`;
}

/** One statement a table, behind those of the conversations. What was due meanwhile is not sent late, to somebody who has been let go. */
export const deskBack = (all: TenantTables, tenant: Version): string[] => [
  ...tablesIn(tenant).map(
    (table) => `with back as materialized (
       select r.* from ${all.deleted_contacts} d, jsonb_populate_recordset(null::${all[table]}, d.desk->'${table}') r
       where d.id = any($1::uuid[]) ${ifStillThere(all)[table] ?? ''})
     insert into ${all[table]} select * from back`,
  ),
  `update ${all.scheduled_messages} set failure = 'missed' where failure is null and send_at <= now()
     and conversation_id in (select v.id from ${all.conversations} v where v.contact_id = any($1::uuid[]))`,
];

/** What subjects are searched in: not copied, since the conversations have it. */
export const subjectsBack = ({ conversations, conversation_subjects }: TenantTables): string =>
  `with back as materialized (select v.id, v.subject from ${conversations} v where v.contact_id = any($1::uuid[]) and v.subject is not null)
   insert into ${conversation_subjects} (conversation_id, subject) select * from back`;
