/** Lists of contacts under a name: what they show of whom, in which order. */
export const setUpContactViews: readonly string[] = [
  `create table contact_views (
     id uuid constraint contact_views_pkey primary key,
     owner_id uuid not null,
     name text not null constraint contact_views_name_length check (char_length(name) between 1 and 50),
     is_shared boolean not null,
     search text,
     filter jsonb not null,
     order_by jsonb,
     columns text[],
     created_at timestamptz(3) not null
   )`,
  `create index contact_views_owner_id_idx on contact_views (owner_id)`,
];

export const takeDownContactViews: readonly string[] = [`drop table contact_views`];
