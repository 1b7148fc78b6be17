import type { Feature } from '../graphql/feature';
import { Import } from './import';
import { ImportChanged } from './import.events';
import { newImportLoaders } from './import.loaders';
import { ImportResolver, ImportRowResolver } from './import.resolver';
import { importReads } from './import.sql';
import { forgetImportRows, undoImports } from './undo.job';

declare module '../database/tables' {
  interface TenantTables {
    imports: string;
    import_rows: string;
  }
}
declare module '../graphql/loaders' {
  interface Loaders extends ReturnType<typeof newImportLoaders> {}
}
declare module '../events/event' {
  interface LiveEvents {
    importChanged: Import;
  }
}

export const contactImportFeature: Feature = {
  entities: [Import],
  tables: ['imports', 'import_rows'],
  resolvers: [ImportResolver, ImportRowResolver],
  loaders: newImportLoaders,
  reads: importReads,
  events: { importChanged: { Type: ImportChanged, load: ({ id }, loaders) => loaders.import.load(id) } },
  guards: { Import: 'contacts:read', ImportRow: 'contacts:read' },
  jobs: { undoImports, undoLateImports: undoImports, forgetImportRows },
};
