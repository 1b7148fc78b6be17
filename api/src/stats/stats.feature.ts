import type { Feature } from '../graphql/feature';
import { statsReads } from './stats.sql';
import { StatsOfTenantResolver, TenantSchemaResolver, TenantStatsResolver } from './tenant-stats.resolver';

declare module '../database/tables' {
  interface TenantTables {
    daily_counts: string;
  }
}

export const statsFeature: Feature = {
  tables: ['daily_counts'],
  reads: statsReads,
  resolvers: [StatsOfTenantResolver, TenantStatsResolver, TenantSchemaResolver],
  guards: { TenantStats: 'conversations:read', TenantSchema: 'conversations:read' },
};
