import type { Feature } from '../graphql/feature';
import { ChangeContactsResolver } from './change-contacts.resolver';

/** Many contacts at once. */
export const contactBulkFeature: Feature = {
  resolvers: [ChangeContactsResolver],
  guards: { ContactChangeResult: 'contacts:read', ContactBefore: 'contacts:read' },
};
