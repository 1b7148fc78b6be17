import DataLoader from 'dataloader';
import type { EntityManager } from 'typeorm';
import type { Label } from './label';
import { findLabels, listLabelsOf } from './label.repository';

export const newLabelLoaders = (manager: EntityManager, { cache }: { cache: boolean }) => ({
  /** Null where it is deleted. */
  label: new DataLoader<string, Label | null>(
    async (ids) => {
      const byId = new Map((await findLabels(manager, ids)).map((label) => [label.id, label]));
      return ids.map((id) => byId.get(id) ?? null);
    },
    { cache },
  ),

  /** By conversation, in order. */
  labelsOf: new DataLoader<string, Label[]>(
    async (ids) => {
      const labels = await listLabelsOf(manager, ids);
      return ids.map((id) => labels.filter(({ conversationId }) => conversationId === id));
    },
    { cache },
  ),
});
