/** What the last words of a contact wait for: the first that nobody of the company has answered. Of closed ones nobody asks. */
const waitingSince = `
  update conversations v set waiting_since = (
    select min(m.created_at) from messages m
    where m.conversation_id = v.id and m.sender_type = 'contact' and m.number > coalesce(
      (select max(number) from messages answered where answered.conversation_id = v.id and answered.sender_type = 'user'), 0))
  where status <> 'closed'`;

/** Whatever is put back from among the deleted needs the columns that may not be null. */
const inCopies = (column: 'conversations' | 'messages', added: string) => `
  update deleted_contacts set ${column} =
    (select coalesce(jsonb_agg('${added}'::jsonb || row), '[]') from jsonb_array_elements(${column}) row)`;

/** In the order in which a list of one member's, or of nobody's, is read; and it counts them without reading the table. */
const byAssignee = `assignee_id, status, coalesce(last_message_at, created_at) desc, id desc`;

export const setUpDesk: readonly string[] = [
  `alter table conversations
     add column assignee_id uuid,
     add column priority smallint not null default 0 constraint conversations_priority_known check (priority between 0 and 4),
     add column waiting_since timestamptz(3)`,
  // A snooze without an end ends when the contact writes.
  `alter table conversations drop constraint conversations_snoozed_until_set`,
  `alter table conversations add constraint conversations_snoozed_until_fits check (snoozed_until is null or status = 'snoozed')`,
  waitingSince,
  `alter table messages add column is_note boolean not null default false, add column mentioned_ids uuid[]`,
  inCopies('messages', '{"is_note": false}'),
  inCopies('conversations', '{"priority": 0}'),
  `create index conversations_assignee_id_idx on conversations (${byAssignee})`,
  // Partial: a message of the company leaves nothing in them.
  `create index conversations_waiting_since_idx on conversations (waiting_since, id) where waiting_since is not null and status <> 'closed'`,
  `create index conversations_priority_idx on conversations (priority, id) where priority > 0`,
  // The ids of a day are a range: how often conversations were closed is counted without the other messages.
  `create index messages_closed_idx on messages (id) where sender_type = 'system' and content = 'Conversation closed'`,

  `create table labels (
     id uuid constraint labels_pkey primary key,
     name text not null constraint labels_name_length check (char_length(name) between 1 and 50),
     colour text not null,
     created_at timestamptz(3) not null
   )`,
  `create unique index labels_name_key on labels (lower(name))`,
  `create table conversation_labels (
     conversation_id uuid not null constraint conversation_labels_conversation_id_fkey references conversations (id) on delete cascade,
     label_id uuid not null constraint conversation_labels_label_id_fkey references labels (id) on delete cascade,
     constraint conversation_labels_pkey primary key (conversation_id, label_id)
   )`,
  `create index conversation_labels_label_id_idx on conversation_labels (label_id, conversation_id)`,

  // By conversation first: it is looked up for each row of a list, and goes with its conversation. Of a member's reading, no index changes.
  `create table conversation_reads (
     conversation_id uuid not null constraint conversation_reads_conversation_id_fkey references conversations (id) on delete cascade,
     reader_id uuid not null,
     number integer not null,
     constraint conversation_reads_pkey primary key (conversation_id, reader_id)
   )`,

  `create table desk_rules (
     id smallint constraint desk_rules_pkey primary key constraint desk_rules_single check (id = 1),
     assigns_first_answer boolean not null default true
   )`,
  `insert into desk_rules (id) values (1)`,

  `create table conversation_drafts (
     conversation_id uuid not null constraint conversation_drafts_conversation_id_fkey references conversations (id) on delete cascade,
     writer_id uuid not null,
     is_note boolean not null,
     content text not null,
     updated_at timestamptz(3) not null,
     constraint conversation_drafts_pkey primary key (conversation_id, writer_id, is_note)
   )`,

  `create table canned_replies (
     id uuid constraint canned_replies_pkey primary key,
     name text not null constraint canned_replies_name_length check (char_length(name) between 1 and 50),
     content text not null constraint canned_replies_content_length check (char_length(content) between 1 and 10000),
     updated_at timestamptz(3) not null
   )`,
  `create unique index canned_replies_name_key on canned_replies (lower(name))`,

  `create table saved_views (
     id uuid constraint saved_views_pkey primary key,
     owner_id uuid not null,
     name text not null constraint saved_views_name_length check (char_length(name) between 1 and 50),
     is_shared boolean not null,
     filter jsonb not null,
     order_by jsonb,
     created_at timestamptz(3) not null
   )`,
  `create index saved_views_owner_id_idx on saved_views (owner_id)`,

  // What goes with a deleted contact besides its conversations and messages.
  `alter table deleted_contacts add column desk jsonb not null default '{}'`,
];

export const takeDownDesk: readonly string[] = [
  `alter table deleted_contacts drop column desk`,
  `drop table saved_views, canned_replies, conversation_drafts, desk_rules, conversation_reads, conversation_labels, labels`,
  `update conversations set status = 'active' where status = 'snoozed' and snoozed_until is null`,
  `alter table conversations drop constraint conversations_snoozed_until_fits`,
  `alter table conversations add constraint conversations_snoozed_until_set check ((status = 'snoozed') = (snoozed_until is not null))`,
  `drop index messages_closed_idx`,
  // Notes would be words of the company to whoever does not know of them.
  `update messages set sender_type = 'system' where is_note`,
  `alter table messages drop column mentioned_ids, drop column is_note`,
  `alter table conversations drop column waiting_since, drop column priority, drop column assignee_id`,
];
