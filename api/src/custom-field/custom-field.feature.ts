import type { Feature } from '../graphql/feature';

declare module '../database/tables' {
  interface TenantTables {
    custom_fields: string;
  }
}

export const customFieldFeature: Feature = { tables: ['custom_fields'] };
