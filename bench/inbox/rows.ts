import type { Client } from 'pg';
import { setUpDesk } from '../desk-pages';

const messagesEach = 3;

/** Made at once, with ids in order of time; the server's own function makes them random behind it. */
const statements = [
  `create temporary table made on commit drop as
     select n, uuidv7(moment - now()) as contact_id, uuidv7(moment - now()) as conversation_id, moment
     from generate_series(1, $count) n cross join lateral (select now() - ($count - n) * interval '1 minute' as moment) at`,
  `insert into contacts (id, name, email, metadata, created_at, updated_at)
   select contact_id, 'Person ' || n, 'person-' || n || '@contact.example', '{}', moment, moment from made`,
  `insert into contact_activity (contact_id, last_activity_at) select contact_id, moment from made`,
  `insert into conversations (id, contact_id, subject, status, message_count, last_message_at, created_at, updated_at)
   select conversation_id, contact_id, 'Request ' || n, 'active', ${messagesEach}, moment, moment, moment from made`,
  `insert into conversation_subjects (conversation_id, subject) select conversation_id, 'Request ' || n from made`,
  `insert into messages (id, conversation_id, number, sender_type, content, created_at)
   select uuidv7(moment - now()), conversation_id, m, case m % 2 when 1 then 'contact' else 'user' end,
     'Line ' || m || ' of request ' || n || ': could you tell me when the parts will be here?', moment
   from made cross join generate_series(1, ${messagesEach}) m`,
];

/** Fills a company that has none with open conversations, and gives them what agents would have given them. The tenant's schema is in the search path. */
export async function fillInbox(client: Client, count: number): Promise<void> {
  await client.query('begin');
  for (const statement of statements) await client.query(statement.replaceAll('$count', String(count)));
  await client.query('commit');
  await setUpDesk(client);
  for (const table of ['contacts', 'contact_activity', 'conversations', 'conversation_subjects', 'messages'])
    await client.query(`vacuum (analyze) ${table}`);
}
