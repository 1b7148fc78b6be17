import type { Feature } from '../graphql/feature';
import { ErasureResolver } from './erasure.resolver';

declare module '../database/tables' {
  interface TenantTables {
    erasures: string;
  }
}

export const contactErasureFeature: Feature = {
  tables: ['erasures'],
  resolvers: [ErasureResolver],
  guards: { ErasureReceipt: 'tenant:admin' },
};
