/** Contacts brought in from a file: each import, and what became of each of its rows. */
export const setUpContactImport: readonly string[] = [
  `create table imports (
     id uuid constraint imports_pkey primary key,
     name text not null constraint imports_name_length check (char_length(name) between 1 and 200),
     state text not null constraint imports_state_known check (state in ('running', 'finished', 'undoing', 'undone')),
     on_duplicate text not null,
     settings jsonb not null default '{}',
     row_count integer,
     created_count integer not null default 0,
     changed_count integer not null default 0,
     unchanged_count integer not null default 0,
     skipped_count integer not null default 0,
     refused_count integer not null default 0,
     undo jsonb,
     actor_id uuid,
     created_at timestamptz(3) not null,
     updated_at timestamptz(3) not null
   )`,
  `create index imports_created_at_idx on imports (created_at, id)`,

  // The number is the row's place in the file: a row that was sent twice is answered from here. Without a foreign key to the contact, which
  // may be deleted or merged meanwhile. `before` is the contact as it was, null where it was made; `after` tells whether it changed since.
  `create table import_rows (
     import_id uuid not null constraint import_rows_import_id_fkey references imports (id) on delete cascade,
     number integer not null,
     outcome text not null,
     contact_id uuid,
     before jsonb,
     after text,
     detail jsonb,
     constraint import_rows_pkey primary key (import_id, number)
   )`,
];

export const takeDownContactImport: readonly string[] = [`drop table import_rows, imports`];
