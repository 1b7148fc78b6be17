import DataLoader from 'dataloader';
import type { EntityManager } from 'typeorm';
import type { Label } from '../label/label';
import { listContactLabels } from './contact-label.repository';

export const newContactLabelLoaders = (manager: EntityManager, { cache }: { cache: boolean }) => ({
  /** By contact, in order. */
  labelsOfContact: new DataLoader<string, Label[]>(
    async (ids) => {
      const labels = await listContactLabels(manager, ids);
      return ids.map((id) => labels.filter(({ contactId }) => contactId === id));
    },
    { cache },
  ),
});
