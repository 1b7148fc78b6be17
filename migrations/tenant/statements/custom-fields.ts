/** What contacts have beside the fields of all companies: the expression is that of `furtherKeys`. */
const furtherKeys = `(metadata - '{company,position,source}'::text[])`;

export const setUpCustomFields: readonly string[] = [
  // A key is never given to another field, also not once its field is deleted: what contacts have under it stays until it is purged.
  // From `purged_at` on nobody sees the field; its row goes last, once no contact has a value under its key.
  `create table custom_fields (
     id uuid constraint custom_fields_pkey primary key,
     key text not null constraint custom_fields_key_form check (key ~ '^[a-z][a-z0-9_]{0,59}$'),
     name text not null constraint custom_fields_name_length check (char_length(name) between 1 and 60),
     kind text not null constraint custom_fields_kind_known
       check (kind in ('text', 'long_text', 'number', 'date', 'boolean', 'choice', 'choices', 'link')),
     options jsonb not null default '[]',
     is_required boolean not null default false,
     position integer not null,
     created_at timestamptz(3) not null,
     deleted_at timestamptz(3),
     purged_at timestamptz(3)
   )`,
  `create unique index custom_fields_key_key on custom_fields (key)`,
  `create unique index custom_fields_name_key on custom_fields (lower(name)) where deleted_at is null`,
  // Partial: a contact without such fields leaves nothing in it.
  `create index contacts_further_keys_idx on contacts using gin (${furtherKeys} jsonb_path_ops) where ${furtherKeys} <> '{}'`,
];

export const takeDownCustomFields: readonly string[] = [
  `drop index contacts_further_keys_idx`,
  `drop table custom_fields`,
];
