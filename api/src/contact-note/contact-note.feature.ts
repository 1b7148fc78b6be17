import type { Feature } from '../graphql/feature';
import { ContactNote } from './contact-note';
import { ContactNoteResolver } from './contact-note.resolver';

declare module '../database/tables' {
  interface TenantTables {
    contact_notes: string;
  }
}

export const contactNoteFeature: Feature = {
  entities: [ContactNote],
  tables: ['contact_notes'],
  resolvers: [ContactNoteResolver],
  guards: { ContactNote: 'contacts:read' },
};
