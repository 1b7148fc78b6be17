import type { TenantTables } from '../database/tables';

/** Where the rows of one contact are counted before they go; `$1` is its id, `$2` the ids of all that were made one with it. */
export const countsOfLive = (all: TenantTables): Record<string, string> => {
  const ofConversations = (table: string) =>
    `${all.conversations} v join ${table} d on d.conversation_id = v.id where v.contact_id = $1`;
  const ofContact = (table: string) => `${table} d where d.contact_id = $1`;
  return {
    contacts: `${all.contacts} d where d.id = $1`,
    contact_labels: ofContact(all.contact_labels),
    contact_notes: ofContact(all.contact_notes),
    contact_changes: ofContact(all.contact_changes),
    conversations: ofContact(all.conversations),
    conversation_labels: ofConversations(all.conversation_labels),
    conversation_reads: ofConversations(all.conversation_reads),
    conversation_drafts: ofConversations(all.conversation_drafts),
    scheduled_messages: ofConversations(all.scheduled_messages),
    messages: ofConversations(all.messages),
    notifications: ofConversations(all.notifications),
  };
};

/** The same, of one that lies among the deleted ones. */
export const countsOfDeleted = (all: TenantTables): Record<string, string> => {
  const copied = (rows: string) =>
    `${all.deleted_contacts} d cross join lateral jsonb_array_elements(${rows}) where d.id = $1`;
  const inDesk = [
    'contact_labels',
    'contact_notes',
    'contact_changes',
    'conversation_labels',
    'conversation_reads',
    'conversation_drafts',
    'scheduled_messages',
  ];
  return {
    deleted_contacts: `${all.deleted_contacts} d where d.id = $1`,
    conversations: copied('d.conversations'),
    messages: copied('d.messages'),
    ...Object.fromEntries(inDesk.map((table) => [table, copied(`coalesce(d.desk->'${table}', '[]')`)])),
  };
};

/** What other tables keep of the contact, wherever it lies itself. */
export const countsBeside = (all: TenantTables): Record<string, string> => ({
  import_rows: `${all.import_rows} d where d.contact_id = any($2::uuid[])`,
  contact_aliases: `${all.contact_aliases} d where d.contact_id = $1`,
  contact_merges: `${all.contact_merges} d where d.into_id = any($2::uuid[]) or d.from_id = any($2::uuid[])`,
  idempotency_keys: `${all.idempotency_keys} d where ${isKeyOf(all)}`,
});

/** A key is whatever a program took for one: an address, as likely as not. */
export const isKeyOf = ({
  conversations,
  messages,
  contact_notes,
  deleted_contacts,
}: TenantTables): string => `d.result_id in (
  select unnest($2::uuid[])
  union all select v.id from ${conversations} v where v.contact_id = $1
  union all select m.id from ${conversations} v join ${messages} m on m.conversation_id = v.id where v.contact_id = $1
  union all select n.id from ${contact_notes} n where n.contact_id = $1
  union all select (r->>'id')::uuid from ${deleted_contacts} t, jsonb_array_elements(
    t.conversations || t.messages || coalesce(t.desk->'contact_notes', '[]')) r where t.id = $1)`;

/** Those that were made one with the contact, and those that were made one with them. */
export const madeOneWith = ({ contact_merges, contact_aliases }: TenantTables): string => `
  with recursive same as (
    (select $1::uuid as id union select l.alias_id from ${contact_aliases} l where l.contact_id = $1)
    union select m.from_id from ${contact_merges} m join same on m.into_id = same.id where m.undone_at is null)
  select id from same`;

/** A merge that was undone has told the other contact's history of this one's fields. `$1`: the ids as above. */
export const emptyChangesOfMerges = ({ contact_merges, contact_changes }: TenantTables): string => {
  const merges = `from ${contact_merges} g where g.into_id = any($1::uuid[]) or g.from_id = any($1::uuid[])`;
  return `update ${contact_changes} set changes = '{}'
    where contact_id in (select unnest(array[g.into_id, g.from_id]) ${merges}) and source_id in (select g.id ${merges})`;
};
