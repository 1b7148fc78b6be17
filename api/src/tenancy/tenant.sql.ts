import { computed, own, type Reads } from '../reads/reads';

/** From what the process knows of the tenant: none of it is in the tenant's own schema. */
export const tenantReads: Reads = {
  rows: {},
  fields: {
    'Query.currentTenant': own('Tenant'),
    'Tenant.id': computed((_, { bind }, { tenant }) => `${bind(tenant.id)}::text`),
    'Tenant.name': computed((_, { bind }, { tenant }) => `${bind(tenant.name)}::text`),
    'Tenant.slug': computed((_, { bind }, { tenant }) => `${bind(tenant.slug)}::text`),
    'Tenant.status': computed((_, { bind }, { tenant }) => `${bind(tenant.status)}::text`),
    'Tenant.isSandbox': computed((_, { bind }, { tenant }) => `${bind(tenant.isSandbox)}::boolean`),
    'Tenant.sandboxEndsAt': computed((_, { bind }, { tenant }) => `${bind(tenant.sandboxEndsAt)}::timestamptz`),
    'Tenant.createdAt': computed((_, { bind }, { tenant }) => `${bind(tenant.createdAt)}::timestamptz`),
    'Tenant.updatedAt': computed((_, { bind }, { tenant }) => `${bind(tenant.updatedAt)}::timestamptz`),
  },
};
