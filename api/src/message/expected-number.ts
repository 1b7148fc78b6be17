import { sqlState } from '../database/sql-state';
import { tablesOf } from '../database/tables';
import { refusedBy, UserErrorCode } from '../graphql/user-error';
import type { Write } from '../graphql/write-transaction';

interface Expecting {
  conversationId: string;
  expectedNumber?: number | null | undefined;
}

/**
 * Holds the conversation, and fails the transaction where somebody else has written since that number: the contact, a colleague, or a
 * colleague's note. Both are sent before the message: the second sees all that was written while the first waited.
 * Errors: `Refusal`.
 */
export async function requireNobodyElse(
  { manager, actorId }: Pick<Write, 'manager' | 'actorId'>,
  { conversationId, expectedNumber }: Expecting,
): Promise<void> {
  if (expectedNumber === undefined || expectedNumber === null) return;
  const { conversations, messages } = tablesOf(manager);
  const held = manager.query(`select id from ${conversations} where id = $1 for no key update`, [conversationId]);
  const compared = manager.query(
    `select 1 / (case when exists (
       select from ${messages} where conversation_id = $1 and number > $2 and sender_type <> 'system'
         and author_id is distinct from $3::uuid) then 0 else 1 end)`,
    [conversationId, expectedNumber, actorId],
  );
  // What a statement can fail with that has nothing to wait for.
  await refusedBy(sqlState.divisionByZero, meanwhile, Promise.all([held, compared]));
}

const meanwhile = {
  code: UserErrorCode.CONFLICT,
  field: ['expectedNumber'],
  message: 'Somebody else has written since. Read it, then send with the number of the last message.',
};
