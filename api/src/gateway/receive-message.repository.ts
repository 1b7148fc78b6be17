import type { EntityManager } from 'typeorm';
import { tablesOf } from '../database/tables';

/** Until the transaction ends, nobody else receives the same message: who comes second finds it. */
export async function lockMessage(manager: EntityManager, externalId: string): Promise<void> {
  const { messages } = tablesOf(manager);
  await manager.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [
    JSON.stringify([messages, externalId]),
  ]);
}

/** That with the id; else that of the first message that is known. Null where there is neither. */
export async function findAnswered(
  manager: EntityManager,
  conversationId: string | null,
  externalIds: readonly string[],
): Promise<string | null> {
  const { conversations, messages } = tablesOf(manager);
  const [answered]: { id: string }[] = await manager.query(
    `select known.id from (
       select v.id, 0 as nth from ${conversations} v where v.id = $1::uuid
       union all
       select m.conversation_id, asked.nth from unnest($2::text[]) with ordinality as asked(external_id, nth)
       join ${messages} m on m.external_id = asked.external_id) known
     order by known.nth limit 1`,
    [conversationId, externalIds],
  );
  return answered?.id ?? null;
}
