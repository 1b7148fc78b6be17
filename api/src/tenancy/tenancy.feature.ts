import type { Feature } from '../graphql/feature';
import { TenantResolver } from './tenant.resolver';

export const tenancyFeature: Feature = { resolvers: [TenantResolver] };
