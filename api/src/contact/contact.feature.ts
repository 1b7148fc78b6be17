import { CreateContactsConversationsMessages1764000000000 } from '../../../migrations/tenant/1764000000000-create-contacts-conversations-messages';
import { IndexFacets1764200000000 } from '../../../migrations/tenant/1764200000000-index-facets';
import { Role } from '../access/role';
import type { Feature } from '../graphql/feature';
import { mergeReads } from '../reads/reads';
import { Contact } from './contact';
import { ContactChanged, ContactDeleted } from './contact.events';
import { contactExport } from './contact.export';
import { newContactLoaders } from './contact.loaders';
import { ContactResolver } from './contact.resolver';
import { contactReads } from './contact.sql';
import { purgeDeletedContacts } from './contact.trash';
import { DeletedContactResolver } from './deleted-contact.resolver';
import { deletedContactReads } from './deleted-contact.sql';

declare module '../database/tables' {
  interface TenantTables {
    contacts: string;
    contact_activity: string;
    deleted_contacts: string;
    contact_aliases: string;
  }
}
declare module '../graphql/loaders' {
  interface Loaders extends ReturnType<typeof newContactLoaders> {}
}
declare module '../events/event' {
  interface LiveEvents {
    contactChanged: Contact;
    contactDeleted: string;
  }
}
declare module '../access/permission' {
  interface Permissions {
    'contacts:read': true;
    'contacts:write': true;
  }
}

export const contactFeature: Feature = {
  entities: [Contact],
  migrations: [CreateContactsConversationsMessages1764000000000, IndexFacets1764200000000],
  tables: ['contacts', 'contact_activity', 'deleted_contacts', 'contact_aliases'],
  resolvers: [ContactResolver, DeletedContactResolver],
  loaders: newContactLoaders,
  reads: mergeReads([contactReads, deletedContactReads]),
  events: {
    contactChanged: { Type: ContactChanged, load: ({ id }, { contact }) => contact.load(id) },
    // What is gone is told by its id: an event without a row would reach nobody.
    contactDeleted: { Type: ContactDeleted, load: async ({ id }) => id },
  },
  permissions: { 'contacts:read': Role.VIEWER, 'contacts:write': Role.MEMBER },
  guards: {
    Contact: 'contacts:read',
    DeletedContact: 'contacts:read',
    ContactFacets: 'contacts:read',
    'Subscription.contactDeleted': 'contacts:read',
  },
  exports: { contacts: contactExport },
  jobs: {
    purgeDeletedContacts: ({ manager, now }) => manager.transaction((inside) => purgeDeletedContacts(inside, now)),
  },
};
