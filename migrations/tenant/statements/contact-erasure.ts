/** What was erased for whoever asked for it: a receipt without anything personal. */
export const setUpContactErasure: readonly string[] = [
  `create table erasures (
     id uuid constraint erasures_pkey primary key,
     contact_id uuid not null,
     actor_id uuid,
     receipt jsonb not null,
     erased_at timestamptz(3) not null
   )`,
  `create index erasures_erased_at_idx on erasures (erased_at, id)`,
  `create index erasures_contact_id_idx on erasures (contact_id)`,
];

export const takeDownContactErasure: readonly string[] = [`drop table erasures`];
