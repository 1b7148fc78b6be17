import type { Feature } from '../graphql/feature';

declare module '../database/tables' {
  interface TenantTables {
    contact_duplicates: string;
    duplicate_search: string;
    contact_merges: string;
  }
}

export const contactMergeFeature: Feature = { tables: ['contact_duplicates', 'duplicate_search', 'contact_merges'] };
