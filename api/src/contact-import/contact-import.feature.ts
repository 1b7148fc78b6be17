import type { Feature } from '../graphql/feature';

declare module '../database/tables' {
  interface TenantTables {
    imports: string;
    import_rows: string;
  }
}

export const contactImportFeature: Feature = { tables: ['imports', 'import_rows'] };
