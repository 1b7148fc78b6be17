/** What is told about a contact: its labels, what members noted, and what was changed, by whom. */
export const setUpContactHistory: readonly string[] = [
  `create table contact_labels (
     contact_id uuid not null constraint contact_labels_contact_id_fkey references contacts (id) on delete cascade,
     label_id uuid not null constraint contact_labels_label_id_fkey references labels (id) on delete cascade,
     constraint contact_labels_pkey primary key (contact_id, label_id)
   )`,
  `create index contact_labels_label_id_idx on contact_labels (label_id, contact_id)`,

  `create table contact_notes (
     id uuid constraint contact_notes_pkey primary key,
     contact_id uuid not null constraint contact_notes_contact_id_fkey references contacts (id) on delete cascade,
     author_id uuid,
     content text not null constraint contact_notes_content_length check (char_length(content) between 1 and 10000),
     created_at timestamptz(3) not null
   )`,
  `create index contact_notes_contact_id_idx on contact_notes (contact_id, created_at desc, id desc)`,

  // Changed, restored, imported, merged, parted again: `changes` has each field with what it was and what it became, `source_id` the import or the merge.
  `create table contact_changes (
     id uuid constraint contact_changes_pkey primary key,
     contact_id uuid not null constraint contact_changes_contact_id_fkey references contacts (id) on delete cascade,
     kind text not null,
     actor_id uuid,
     source_id uuid,
     changes jsonb not null default '{}',
     created_at timestamptz(3) not null
   )`,
  `create index contact_changes_contact_id_idx on contact_changes (contact_id, created_at desc, id desc)`,
];

export const takeDownContactHistory: readonly string[] = [`drop table contact_changes, contact_notes, contact_labels`];
