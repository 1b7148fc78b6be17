/** The expressions are those of `conversation.search.ts`. New rows wait in a short list before they are merged: each search reads all of it. */
const trigramIndex = (name: string, table: string, column: string): string =>
  `create index ${name} on ${table} using gin ((lower(${column} collate "und-x-icu")) public.gin_trgm_ops) with (gin_pending_list_limit = 1024)`;

export const setUpSearch: readonly string[] = [
  // Of what the system says nothing is searched.
  `${trigramIndex('messages_content_idx', 'messages', 'content')} where sender_type <> 'system'`,

  // Apart from the conversations: each message would write the subject anew into their index.
  `create table conversation_subjects (
     conversation_id uuid constraint conversation_subjects_pkey primary key
       constraint conversation_subjects_conversation_id_fkey references conversations (id) on delete cascade,
     subject text not null
   )`,
  `insert into conversation_subjects (conversation_id, subject) select id, subject from conversations where subject is not null`,
  trigramIndex('conversation_subjects_subject_idx', 'conversation_subjects', 'subject'),
];

export const takeDownSearch: readonly string[] = [
  `drop table conversation_subjects`,
  `drop index messages_content_idx`,
];
