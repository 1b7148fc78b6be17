import type { Feature } from '../graphql/feature';
import { newContactLabelLoaders } from './contact-label.loaders';
import { ContactLabelResolver } from './contact-label.resolver';
import { contactLabelReads } from './contact-label.sql';

declare module '../database/tables' {
  interface TenantTables {
    contact_labels: string;
  }
}
declare module '../graphql/loaders' {
  interface Loaders extends ReturnType<typeof newContactLabelLoaders> {}
}

export const contactLabelFeature: Feature = {
  tables: ['contact_labels'],
  resolvers: [ContactLabelResolver],
  loaders: newContactLabelLoaders,
  reads: contactLabelReads,
  guards: { 'Contact.labels': 'contacts:read' },
};
