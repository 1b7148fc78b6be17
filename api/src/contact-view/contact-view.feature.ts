import type { Feature } from '../graphql/feature';

declare module '../database/tables' {
  interface TenantTables {
    contact_views: string;
  }
}

export const contactViewFeature: Feature = { tables: ['contact_views'] };
