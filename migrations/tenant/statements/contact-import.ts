/** Contacts brought in from a file: each import, and what became of each of its rows. */
export const setUpContactImport: readonly string[] = [
  // `undo_number`: the row that taking back has come to, from the last to the first; null where nobody has begun.
  `create table imports (
     id uuid constraint imports_pkey primary key,
     name text not null constraint imports_name_length check (char_length(name) between 1 and 200),
     state text not null constraint imports_state_known check (state in ('running', 'finished', 'undoing', 'undone')),
     on_duplicate text not null
       constraint imports_on_duplicate_known check (on_duplicate in ('skip', 'fill', 'overwrite', 'create')),
     settings jsonb not null default '{}',
     row_count integer,
     last_number integer not null default 0,
     created_count integer not null default 0,
     changed_count integer not null default 0,
     unchanged_count integer not null default 0,
     skipped_count integer not null default 0,
     refused_count integer not null default 0,
     taken_back_count integer not null default 0,
     kept_count integer not null default 0,
     impossible_count integer not null default 0,
     undo_number integer,
     keeps_changed boolean not null default true,
     actor_id uuid,
     undone_by uuid,
     created_at timestamptz(3) not null,
     updated_at timestamptz(3) not null
   )`,
  `create index imports_created_at_idx on imports (created_at, id)`,

  // The number is the row's place in the file: a row that was sent twice is answered from here. Without a foreign key to the contact, which
  // may be deleted or merged meanwhile. Of each contact, the first row that wrote to it has `before`, the contact as it was, null where it
  // was made, and `after`, which tells whether it has changed since.
  `create table import_rows (
     import_id uuid not null constraint import_rows_import_id_fkey references imports (id) on delete cascade,
     number integer not null,
     outcome text not null
       constraint import_rows_outcome_known check (outcome in ('created', 'changed', 'unchanged', 'skipped', 'refused')),
     contact_id uuid,
     before jsonb,
     after text,
     detail jsonb,
     undone text constraint import_rows_undone_known check (undone in ('taken_back', 'changed', 'written_to', 'deleted', 'merged')),
     constraint import_rows_pkey primary key (import_id, number)
   )`,
  `create index import_rows_contact_id_idx on import_rows (contact_id, import_id) where contact_id is not null`,
];

export const takeDownContactImport: readonly string[] = [`drop table import_rows, imports`];
