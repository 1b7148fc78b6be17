import { PutContactsToWork1765000000000 } from '../../../migrations/tenant/1765000000000-put-contacts-to-work';
import type { Feature } from '../graphql/feature';

declare module '../database/tables' {
  interface TenantTables {
    contact_labels: string;
    contact_notes: string;
    contact_changes: string;
  }
}

export const contactHistoryFeature: Feature = {
  migrations: [PutContactsToWork1765000000000],
  tables: ['contact_labels', 'contact_notes', 'contact_changes'],
};
