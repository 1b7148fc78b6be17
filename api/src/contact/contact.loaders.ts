import DataLoader from 'dataloader';
import type { EntityManager } from 'typeorm';
import { newMakerLoader } from '../access/actor/actors';
import { isUuid } from '../graphql/text';
import type { Contact } from './contact';
import { findContacts } from './contact.repository';

/** Null for an id that belongs to nothing here, whatever its form. */
export function newContactLoaders(manager: EntityManager, { cache }: { cache: boolean }) {
  return {
    contact: new DataLoader<string, Contact | null>(
      async (ids) => {
        const contacts = await findContacts(manager, ids.filter(isUuid));
        const byId = new Map(contacts.map((contact) => [contact.id, contact]));
        return ids.map((id) => byId.get(id.toLowerCase()) ?? null);
      },
      { cache },
    ),

    /** By contact. */
    createdBy: newMakerLoader(manager, 'contacts', 'created_by'),
  };
}
