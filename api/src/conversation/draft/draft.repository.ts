import type { EntityManager } from 'typeorm';
import { sqlState } from '../../database/sql-state';
import { tablesOf } from '../../database/tables';
import { notFound, Refusal, refusedBy } from '../../graphql/user-error';
import type { Write } from '../../graphql/write-transaction';
import type { Conversation } from '../conversation';
import { findConversations } from '../conversation.repository';

export interface DraftOf {
  conversationId: string;
  writerId: string;
  /** For colleagues, rather than for the contact. */
  isNote: boolean;
}

export function findDrafts(
  manager: EntityManager,
  asked: readonly DraftOf[],
): Promise<(DraftOf & { content: string })[]> {
  const { conversation_drafts } = tablesOf(manager);
  return manager.query(
    `select d.conversation_id as "conversationId", d.writer_id as "writerId", d.is_note as "isNote", d.content
     from unnest($1::uuid[], $2::uuid[], $3::bool[]) as asked(conversation_id, writer_id, is_note)
     join ${conversation_drafts} d on d.conversation_id = asked.conversation_id and d.writer_id = asked.writer_id and d.is_note = asked.is_note`,
    [
      asked.map(({ conversationId }) => conversationId),
      asked.map(({ writerId }) => writerId),
      asked.map(({ isNote }) => isNote),
    ],
  );
}

/** As it was typed, white space included: whoever goes on writing wants it so. Errors: `Refusal` where there is no such conversation. */
export async function saveDraft(
  { manager, now }: Write,
  { conversationId, writerId, isNote }: DraftOf,
  content: string | null,
): Promise<Conversation> {
  const { conversation_drafts } = tablesOf(manager);
  const saving = content?.trim()
    ? manager.query(
        `insert into ${conversation_drafts} (conversation_id, writer_id, is_note, content, updated_at) values ($1, $2, $3, $4, $5)
         on conflict (conversation_id, writer_id, is_note) do update set content = excluded.content, updated_at = excluded.updated_at`,
        [conversationId, writerId, isNote, content, now],
      )
    : manager.query(
        `delete from ${conversation_drafts} where conversation_id = $1 and writer_id = $2 and is_note = $3`,
        [conversationId, writerId, isNote],
      );
  const missing = notFound('conversationId', 'conversation');
  await refusedBy(sqlState.foreignKeyViolation, missing, saving);
  const [conversation] = await findConversations(manager, [conversationId]);
  if (!conversation) throw new Refusal(missing);
  return conversation;
}
