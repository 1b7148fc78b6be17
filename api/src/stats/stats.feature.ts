import type { Feature } from '../graphql/feature';
import { statsReads } from './stats.sql';
import { StatsOfTenantResolver, TenantSchemaResolver, TenantStatsResolver } from './tenant-stats.resolver';

export const statsFeature: Feature = {
  reads: statsReads,
  resolvers: [StatsOfTenantResolver, TenantStatsResolver, TenantSchemaResolver],
  guards: { TenantStats: 'conversations:read', TenantSchema: 'conversations:read' },
};
