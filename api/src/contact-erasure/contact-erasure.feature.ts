import type { Feature } from '../graphql/feature';

declare module '../database/tables' {
  interface TenantTables {
    erasures: string;
  }
}

export const contactErasureFeature: Feature = { tables: ['erasures'] };
