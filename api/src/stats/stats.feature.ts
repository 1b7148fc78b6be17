import type { Feature } from '../graphql/feature';
import { StatsOfTenantResolver, TenantSchemaResolver, TenantStatsResolver } from './tenant-stats.resolver';

export const statsFeature: Feature = {
  resolvers: [StatsOfTenantResolver, TenantStatsResolver, TenantSchemaResolver],
  guards: { TenantStats: 'conversations:read', TenantSchema: 'conversations:read' },
};
