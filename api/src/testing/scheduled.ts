import { setTimeout as sleep } from 'node:timers/promises';
import { mutate } from './desk';
import type { TestTenant } from './new-tenant';
import { behindTheApi, type TestApi, testApi } from './test-api';

/** A company, or a member of one. */
export type Asking = Pick<TestTenant, 'query'>;

export const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();
export const schedulingFields =
  'scheduledMessage { id content sendAt failure author { id name } } conversation { scheduledMessages { id } }';

export const schedule = (tenant: Asking, conversationId: string, input: object = {}) =>
  mutate(
    tenant,
    'scheduleMessage',
    { conversationId, content: 'Later', sendAt: inAnHour(), ...input },
    schedulingFields,
  );

export const shown = async (tenant: Asking, id: string) =>
  (
    await tenant.query(
      `query ($id: ID!) { conversation(id: $id) {
         messages(first: 100) { nodes { number content senderType author { id } } }
         scheduledMessages { id content failure author { name } } assignee { id } isWaiting } }`,
      { id },
    )
  ).conversation;

/** Behind the API's back, so that no test waits. */
export async function makeDue({ schemaName }: { schemaName: string }): Promise<void> {
  await behindTheApi(`update "${schemaName}".scheduled_messages set send_at = now() - interval '1 second'`);
}

/** The work of a process's job for one tenant, whenever its own loop would come to it; where that has come at this moment, until it is done. */
export async function runJob(tenantId: string, api?: TestApi, kind = 'sendScheduledMessages'): Promise<void> {
  await behindTheApi(
    `insert into public.jobs (kind, tenant_id, due_at) values ($2, $1, now() - interval '1 minute' * random())`,
    [tenantId, kind],
  );
  await (api ?? (await testApi())).app.jobs.runDue();
  while (await isAtWork(tenantId, kind)) await sleep(20);
}

/** What was put off is not at work: it has a reason, and a lease for as long as it waits. */
async function isAtWork(tenantId: string, kind: string): Promise<boolean> {
  const rows = await behindTheApi(
    `select 1 from public.jobs where kind = $2 and tenant_id = $1
       and due_at <= now() and leased_until > now() and last_error is null`,
    [tenantId, kind],
  );
  return rows.length > 0;
}
