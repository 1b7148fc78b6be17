import DataLoader from 'dataloader';
import type { EntityManager } from 'typeorm';
import type { Delivery } from './delivery';
import { findDeliveries, findExternalIds, type Named } from './gateway.repository';

export function newGatewayLoaders(manager: EntityManager, { cache }: { cache: boolean }) {
  const externalIds = (table: Named) =>
    new DataLoader<string, string | null>(
      async (ids) => {
        const known = new Map((await findExternalIds(manager, table, ids)).map((row) => [row.id, row.externalId]));
        return ids.map((id) => known.get(id) ?? null);
      },
      { cache },
    );
  return {
    /** By row; null where it has none. */
    externalIdOfContact: externalIds('contacts'),
    externalIdOfConversation: externalIds('conversations'),
    externalIdOfMessage: externalIds('messages'),

    /** By message; null where no gateway has said anything of it. */
    delivery: new DataLoader<string, Delivery | null>(
      async (ids) => {
        const known = new Map((await findDeliveries(manager, ids)).map((row) => [row.id, row]));
        return ids.map((id) => known.get(id) ?? null);
      },
      { cache },
    ),
  };
}
