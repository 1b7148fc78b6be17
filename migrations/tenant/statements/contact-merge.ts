/** Contacts that may be one person, and those that were made one. */
export const setUpContactMerge: readonly string[] = [
  // The smaller id first, so that a pair is there once. What somebody has said to be two people stays so.
  `create table contact_duplicates (
     id uuid constraint contact_duplicates_pkey primary key,
     first_id uuid not null constraint contact_duplicates_first_id_fkey references contacts (id) on delete cascade,
     second_id uuid not null constraint contact_duplicates_second_id_fkey references contacts (id) on delete cascade,
     reasons text[] not null,
     found_at timestamptz(3) not null,
     dismissed_at timestamptz(3),
     constraint contact_duplicates_pair_key unique (first_id, second_id)
   )`,
  `create index contact_duplicates_second_id_idx on contact_duplicates (second_id)`,
  `create index contact_duplicates_open_idx on contact_duplicates (found_at, id) where dismissed_at is null`,
  // How far contacts have been compared: up to which event, and, until all were compared once, up to which contact.
  `create table duplicate_search (
     id smallint constraint duplicate_search_pkey primary key constraint duplicate_search_single check (id = 1),
     last_seq bigint not null,
     last_id uuid
   )`,
  `insert into duplicate_search (id, last_seq, last_id) select 1, last_seq, '00000000-0000-0000-0000-000000000000' from event_counter`,

  // Both as they were before, and what was moved from the one to the other. Without foreign keys: either may be deleted later.
  `create table contact_merges (
     id uuid constraint contact_merges_pkey primary key,
     into_id uuid not null,
     from_id uuid not null,
     into_before jsonb not null,
     into_after jsonb,
     from_before jsonb not null,
     moved jsonb not null,
     actor_id uuid,
     merged_at timestamptz(3) not null,
     undone_at timestamptz(3)
   )`,
  `create index contact_merges_into_id_idx on contact_merges (into_id, merged_at)`,
  `create index contact_merges_merged_at_idx on contact_merges (merged_at)`,
  // Under which other ids a contact is known: for as long as it exists.
  `create table contact_aliases (
     alias_id uuid constraint contact_aliases_pkey primary key,
     contact_id uuid not null
   )`,
  `create index contact_aliases_contact_id_idx on contact_aliases (contact_id)`,
];

export const takeDownContactMerge: readonly string[] = [
  `drop table contact_aliases, contact_merges, duplicate_search, contact_duplicates`,
];
