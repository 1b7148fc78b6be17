import type { EntityManager } from 'typeorm';
import { tablesOf } from '../database/tables';
import { type Delivery, DeliveryState, followed } from './delivery';

export type Named = 'contacts' | 'conversations' | 'messages';

export async function findByExternalId(
  manager: EntityManager,
  table: Named,
  externalId: string,
): Promise<string | null> {
  const [found]: { id: string }[] = await manager.query(
    `select id from ${tablesOf(manager)[table]} where external_id = $1`,
    [externalId],
  );
  return found?.id ?? null;
}

export function findExternalIds(
  manager: EntityManager,
  table: Named,
  ids: readonly string[],
): Promise<{ id: string; externalId: string }[]> {
  return manager.query(
    `select id, external_id as "externalId" from ${tablesOf(manager)[table]} where id = any($1::uuid[]) and external_id is not null`,
    [ids],
  );
}

export function findDeliveries(manager: EntityManager, ids: readonly string[]): Promise<(Delivery & { id: string })[]> {
  return manager.query(
    `select id, delivery_state as state, delivery_reason as reason from ${tablesOf(manager).messages}
     where id = any($1::uuid[]) and delivery_state is not null`,
    [ids],
  );
}

export interface Changed {
  conversationId: string;
  hasChanged: boolean;
}

/**
 * Only forwards, whatever order receipts come in; of two at once, the second waits for the first. Null where there is no such message, or it is
 * none that leaves the company.
 */
export async function changeDelivery(
  manager: EntityManager,
  id: string,
  { state, reason }: Delivery,
): Promise<Changed | null> {
  const { messages } = tablesOf(manager);
  const [known]: { conversationId: string }[] = await manager.query(
    `select conversation_id as "conversationId" from ${messages}
     where id = $1 and sender_type = 'user' and not is_note for no key update`,
    [id],
  );
  if (!known) return null;
  const [changed]: [{ id: string }[], number] = await manager.query(
    `update ${messages} set delivery_state = $2, delivery_reason = $3
     where id = $1 and (delivery_state is null or delivery_state = any($4::text[])) returning id`,
    [id, state, state === DeliveryState.FAILED ? reason : null, followed[state]],
  );
  return { conversationId: known.conversationId, hasChanged: changed.length > 0 };
}
