import DataLoader from 'dataloader';
import type { EntityManager } from 'typeorm';
import { isUuid } from '../graphql/text';
import type { Import } from './import';
import { findImports } from './import.repository';

export const newImportLoaders = (manager: EntityManager, { cache }: { cache: boolean }) => ({
  /** Null for an id that belongs to nothing here, whatever its form. */
  import: new DataLoader<string, Import | null>(
    async (ids) => {
      const byId = new Map((await findImports(manager, ids.filter(isUuid))).map((each) => [each.id, each]));
      return ids.map((id) => byId.get(id.toLowerCase()) ?? null);
    },
    { cache },
  ),
});
