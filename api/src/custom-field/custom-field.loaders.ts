import DataLoader from 'dataloader';
import type { EntityManager } from 'typeorm';
import type { CustomField } from './custom-field';
import { findCustomFields, listCustomFields } from './custom-field.repository';

export const newCustomFieldLoaders = (manager: EntityManager, { cache }: { cache: boolean }) => ({
  /** Null where it is deleted. */
  customField: new DataLoader<string, CustomField | null>(
    async (ids) => {
      const byId = new Map((await findCustomFields(manager, ids)).map((field) => [field.id, field]));
      return ids.map((id) => byId.get(id) ?? null);
    },
    { cache },
  ),

  /** All in use, in their order: there is one key, whatever it is called. */
  customFields: new DataLoader<'all', CustomField[]>(
    async (keys) => {
      const fields = await listCustomFields(manager);
      return keys.map(() => fields);
    },
    { cache },
  ),
});
