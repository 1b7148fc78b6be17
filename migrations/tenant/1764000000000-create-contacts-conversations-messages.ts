import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateContactsConversationsMessages1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop table idempotency_keys, deleted_contacts, messages, conversations, contact_activity, contacts`,
    );
  }
}

/** Names and other text sort as people expect, in whatever locale the database was made. */
const humanOrder = 'collate "und-x-icu"';

const statements = [
  `create table contacts (
     id uuid constraint contacts_pkey primary key,
     name text not null constraint contacts_name_length check (char_length(name) between 1 and 200),
     email text,
     phone text,
     phone_e164 text,
     metadata jsonb not null default '{}' constraint contacts_metadata_is_object check (jsonb_typeof(metadata) = 'object'),
     created_at timestamptz(3) not null default now(),
     updated_at timestamptz(3) not null default now(),
     constraint contacts_reachable check (email is not null or phone is not null)
   )`,
  `create index contacts_created_at_idx on contacts (created_at, id)`,
  `create index contacts_name_idx on contacts (lower(name ${humanOrder}), id)`,
  `create index contacts_name_prefix_idx on contacts (lower(name) text_pattern_ops)`,
  `create index contacts_email_prefix_idx on contacts (lower(email) text_pattern_ops)`,
  `create index contacts_source_idx on contacts ((metadata->>'source'))`,
  `create index contacts_company_idx on contacts ((metadata->>'company'))`,
  `create index contacts_search_idx on contacts using gin (
     name public.gin_trgm_ops, email public.gin_trgm_ops, phone_e164 public.gin_trgm_ops, (metadata->>'company') public.gin_trgm_ops)`,

  // Apart from the contact: it changes with every message, and on the contact each change would write anew into eight indexes.
  `create table contact_activity (
     contact_id uuid constraint contact_activity_pkey primary key
       constraint contact_activity_contact_id_fkey references contacts (id) on delete cascade,
     last_activity_at timestamptz(3) not null
   )`,
  `create index contact_activity_last_activity_at_idx on contact_activity (last_activity_at, contact_id)`,

  `create table conversations (
     id uuid constraint conversations_pkey primary key,
     contact_id uuid not null constraint conversations_contact_id_fkey references contacts (id) on delete cascade,
     subject text constraint conversations_subject_length check (char_length(subject) between 1 and 200),
     status text not null default 'active' constraint conversations_status_known check (status in ('active', 'snoozed', 'closed')),
     snoozed_until timestamptz(3),
     message_count integer not null default 0,
     last_message_at timestamptz(3),
     created_at timestamptz(3) not null default now(),
     updated_at timestamptz(3) not null default now(),
     constraint conversations_snoozed_until_set check ((status = 'snoozed') = (snoozed_until is not null))
   )`,
  `create index conversations_contact_id_idx on conversations (contact_id, created_at desc, id desc)`,
  `create index conversations_last_message_at_idx on conversations (coalesce(last_message_at, created_at) desc, id desc)`,
  `create index conversations_status_idx on conversations (status, coalesce(last_message_at, created_at) desc, id desc)`,
  `create index conversations_created_at_idx on conversations (created_at, id)`,
  `create index conversations_snoozed_until_idx on conversations (snoozed_until) where status = 'snoozed'`,

  // (conversation_id, number) is the thread's order, its cursor, and the way to its last message; days are ranges of the primary key.
  `create table messages (
     id uuid constraint messages_pkey primary key,
     conversation_id uuid not null constraint messages_conversation_id_fkey references conversations (id) on delete cascade,
     number integer not null,
     sender_type text not null constraint messages_sender_type_known check (sender_type in ('user', 'contact', 'system')),
     sender_id text,
     content text not null constraint messages_content_length check (char_length(content) between 1 and 10000),
     created_at timestamptz(3) not null default now(),
     constraint messages_conversation_id_number_key unique (conversation_id, number)
   )`,

  // A deleted contact with its conversations and messages, as they were, until it is restored or its time is over.
  `create table deleted_contacts (
     id uuid constraint deleted_contacts_pkey primary key,
     deleted_at timestamptz(3) not null,
     contact jsonb not null,
     conversations jsonb not null,
     messages jsonb not null
   )`,
  `create index deleted_contacts_deleted_at_idx on deleted_contacts (deleted_at)`,

  `create table idempotency_keys (
     operation text not null,
     key text not null,
     request_hash text not null,
     result_id uuid not null,
     created_at timestamptz(3) not null default now(),
     constraint idempotency_keys_pkey primary key (operation, key)
   )`,
  `create index idempotency_keys_created_at_idx on idempotency_keys (created_at)`,
];
