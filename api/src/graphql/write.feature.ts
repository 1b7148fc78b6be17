import { forgetKeys } from '../database/idempotency';
import { tablesOf } from '../database/tables';
import type { Feature } from './feature';

declare module '../database/tables' {
  interface TenantTables {
    idempotency_keys: string;
  }
}

/** What `write` itself keeps: the keys of writes that must not be done twice. */
export const writeFeature: Feature = {
  tables: ['idempotency_keys'],
  jobs: {
    forgetKeys: ({ manager, now }) =>
      manager.transaction((inside) => forgetKeys(inside, tablesOf(inside).idempotency_keys, now)),
  },
};
