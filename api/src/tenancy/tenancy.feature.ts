import type { Feature } from '../graphql/feature';
import { TenantResolver } from './tenant.resolver';
import { tenantReads } from './tenant.sql';

export const tenancyFeature: Feature = { resolvers: [TenantResolver], reads: tenantReads };
