/** What is to be sent later. Without an author where the operator wrote it. */
export const setUpScheduledMessages: readonly string[] = [
  `create table scheduled_messages (
     id uuid constraint scheduled_messages_pkey primary key,
     conversation_id uuid not null constraint scheduled_messages_conversation_id_fkey references conversations (id) on delete cascade,
     author_id uuid,
     content text not null constraint scheduled_messages_content_length check (char_length(content) between 1 and 10000),
     send_at timestamptz(3) not null,
     expected_number integer,
     failure text,
     created_at timestamptz(3) not null
   )`,
  `create index scheduled_messages_conversation_id_idx on scheduled_messages (conversation_id, send_at)`,
  `create index scheduled_messages_send_at_idx on scheduled_messages (send_at) where failure is null`,
];

export const takeDownScheduledMessages: readonly string[] = [`drop table scheduled_messages`];
