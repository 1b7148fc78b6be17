import type { EntityManager } from 'typeorm';
import { longRead } from '../database/long-read';
import { tablesOf } from '../database/tables';
import { isoText } from '../reads/reads';
import type { JsonRow } from './json-row';

interface MessageRow {
  conversationId: string;
  number: number;
  json: string;
}

const conversationsAtOnce = 100;
const messagesAtOnce = 1_000;

/** The conversations of a contact, each with its messages in it; the oldest first. */
export async function* conversationText(manager: EntityManager, contactId: string): AsyncGenerator<string, void> {
  yield ',\n"conversations":[';
  let last: string | null = null;
  for (let isFirst = true; ; isFirst = false) {
    const page: JsonRow[] = await readConversations(manager, contactId, last);
    if (page.length === 0) break;
    if (!isFirst) yield ',\n';
    yield* textOf(manager, page);
    last = page.at(-1)?.id ?? null;
  }
  yield ']';
}

/** Messages come in the order of their conversations, whichever of them have any. */
async function* textOf(manager: EntityManager, page: readonly JsonRow[]): AsyncGenerator<string, void> {
  const ids = page.map(({ id }) => id);
  let at = 0;
  let text = opening(page[0]);
  let isEmpty = true;
  const moveTo = (index: number) => {
    for (; at < index; at += 1) text += `]},\n${opening(page[at + 1])}`;
  };
  for (let after: MessageRow | null = null; ; ) {
    const rows: MessageRow[] = await readMessages(manager, ids, after);
    for (const row of rows) {
      const index = ids.indexOf(row.conversationId);
      if (index > at) isEmpty = true;
      moveTo(index);
      text += `${isEmpty ? '' : ','}\n${row.json}`;
      isEmpty = false;
    }
    if (rows.length < messagesAtOnce) break;
    after = rows.at(-1) ?? null;
    yield text;
    text = '';
  }
  moveTo(page.length - 1);
  yield `${text}]}`;
}

/** Its object is left open, for the messages. */
const opening = (conversation: JsonRow | undefined): string => `${conversation?.json.replace(/\}$/, '')},"messages":[`;

function readConversations(manager: EntityManager, contactId: string, after: string | null): Promise<JsonRow[]> {
  const { conversations } = tablesOf(manager);
  const json = `json_build_object('id', v.id, 'subject', v.subject, 'status', v.status, 'externalId', v.external_id, 'createdAt', ${isoText('v.created_at')})`;
  return longRead(manager, (inside) =>
    inside.query(
      `select v.id, ${json}::text as json from ${conversations} v
       where v.contact_id = $1 and ($2::uuid is null or v.id > $2) order by v.id limit ${conversationsAtOnce}`,
      [contactId, after],
    ),
  );
}

function readMessages(
  manager: EntityManager,
  conversationIds: readonly string[],
  after: MessageRow | null,
): Promise<MessageRow[]> {
  const { messages, actors } = tablesOf(manager);
  const json = `json_build_object('number', m.number, 'from', m.sender_type, 'author', (select a.name from ${actors} a where a.id = m.author_id),
    'senderId', m.sender_id, 'isNote', m.is_note, 'content', m.content, 'externalId', m.external_id, 'createdAt', ${isoText('m.created_at')})`;
  // Each conversation by its index, and none any further than the page may reach.
  return longRead(manager, (inside) =>
    inside.query(
      `select m."conversationId", m.number, m.json from unnest($1::uuid[]) as asked(id) cross join lateral (
         select m.conversation_id as "conversationId", m.number, ${json}::text as json from ${messages} m
         where m.conversation_id = asked.id and m.number > case asked.id when $2::uuid then $3::int else 0 end
         order by m.number limit ${messagesAtOnce}) m
       order by m."conversationId", m.number limit ${messagesAtOnce}`,
      [
        conversationIds.filter((id) => after === null || id >= after.conversationId),
        after?.conversationId ?? '00000000-0000-0000-0000-000000000000',
        after?.number ?? 0,
      ],
    ),
  );
}
