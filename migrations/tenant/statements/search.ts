/** Beside the words, the stretches of time of `recent-rows.ts`: what a frequent word finds is read for the newest rows alone. */
const stretchesOf = (id: string): string =>
  `array[substr(${id}::text, 1, 4), substr(${id}::text, 1, 5), substr(${id}::text, 1, 6)]`;

/** The expression is that of the search. New rows wait in a short list before they are merged: each search reads all of it. */
export const searchIndex = (name: string, table: string, id: string, text: string): string =>
  `create index ${name} on ${table} using gin ((${stretchesOf(id)}), (${text}) public.gin_trgm_ops) with (gin_pending_list_limit = 1024)`;

const anyCase = (column: string): string => `lower(${column} collate "und-x-icu")`;

export const setUpSearch: readonly string[] = [
  // Of what the system says nothing is searched.
  `${searchIndex('messages_content_idx', 'messages', 'id', anyCase('content'))} where sender_type <> 'system'`,

  // Apart from the conversations: each message would write the subject anew into their index.
  `create table conversation_subjects (
     conversation_id uuid constraint conversation_subjects_pkey primary key
       constraint conversation_subjects_conversation_id_fkey references conversations (id) on delete cascade,
     subject text not null
   )`,
  `insert into conversation_subjects (conversation_id, subject) select id, subject from conversations where subject is not null`,
  searchIndex('conversation_subjects_subject_idx', 'conversation_subjects', 'conversation_id', anyCase('subject')),
];

export const takeDownSearch: readonly string[] = [
  `drop table conversation_subjects`,
  `drop index messages_content_idx`,
];
