import type { RequestContext } from '../graphql/context';
import type { Task } from '../task/task';
import type { NewTask } from '../task/task-store';

/** In the name of who asks, as the company's audit log tells. Errors: `Refusal` where the company has as many as it may. */
export async function beginArchiveTask(
  { tasks, access, asker, tenant }: RequestContext,
  { kind, input }: Pick<NewTask, 'kind' | 'input'>,
  told?: string,
): Promise<{ task: Task }> {
  const askedBy = asker.principal?.kind === 'account' ? asker.principal.id : null;
  const task = await tasks.add({ kind, tenantId: tenant.id, askedBy, input: input ?? {} });
  await access.auditLog.add(asker, tenant.id, { action: `archive.${kind}`, target: told ?? task.id });
  return { task };
}
