/** Contacts that may be one person, and those that were made one. */
export const setUpContactMerge: readonly string[] = [
  // The smaller id first, so that a pair is there once. What somebody has said to be two people stays so.
  `create table contact_duplicates (
     first_id uuid not null constraint contact_duplicates_first_id_fkey references contacts (id) on delete cascade,
     second_id uuid not null constraint contact_duplicates_second_id_fkey references contacts (id) on delete cascade,
     reasons text[] not null,
     found_at timestamptz(3) not null,
     dismissed_at timestamptz(3),
     constraint contact_duplicates_pkey primary key (first_id, second_id)
   )`,
  `create index contact_duplicates_second_id_idx on contact_duplicates (second_id)`,
  `create index contact_duplicates_open_idx on contact_duplicates (found_at, first_id, second_id) where dismissed_at is null`,
  // How far the log has been looked through for contacts that may have become alike.
  `create table duplicate_search (
     id smallint constraint duplicate_search_pkey primary key constraint duplicate_search_single check (id = 1),
     seq bigint,
     after_id uuid
   )`,
  `insert into duplicate_search (id) values (1)`,

  // Both as they were before, with what was moved from the one to the other. Without foreign keys: either may be deleted later.
  `create table contact_merges (
     id uuid constraint contact_merges_pkey primary key,
     into_id uuid not null,
     from_id uuid not null,
     into_before jsonb not null,
     from_before jsonb not null,
     moved jsonb not null,
     actor_id uuid,
     merged_at timestamptz(3) not null,
     undone_at timestamptz(3)
   )`,
  `create unique index contact_merges_from_id_key on contact_merges (from_id) where undone_at is null`,
  `create index contact_merges_into_id_idx on contact_merges (into_id)`,
];

export const takeDownContactMerge: readonly string[] = [
  `drop table contact_merges, duplicate_search, contact_duplicates`,
];
