import { TaskFailure, type TaskWork } from '../../task/tasks';
import { prove } from './proof';
import { proofPage } from './proof-page';

export const proveIsolation = 'proveIsolation';

/** Of very many companies, so many are drawn: a proof that an owner asks for takes seconds. */
const mostSchemas = 200;

/** Other companies are numbered in it, and their number is not told beyond those that were drawn. */
export const proveIsolationTask: TaskWork = async ({ task, tenancy, report, signal }) => {
  const tenant = task.tenantId === null ? null : await tenancy.findTenant(task.tenantId);
  if (!tenant) throw new TaskFailure('The company is not in use any more.');
  const { proof } = await prove(tenancy, tenant, {
    sample: mostSchemas,
    onProgress: (done, total) => report(done, total, 'Trying statements'),
    signal,
  });
  const { provedAt, schemas, statements, refused, breaches } = proof;
  return { provedAt, schemas, statements, refused, breaches, page: proofPage(proof) };
};
