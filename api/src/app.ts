import type { Logger } from 'pino';
import { wakeDueConversations } from './conversation/conversation.repository';
import { ConnectionBudget } from './database/connection-budget';
import { Live } from './live/live';
import type { Door } from './open-context';
import { Tenancy } from './tenancy/tenancy';

const sweepEveryMs = 5_000;

export interface App extends Door {
  close(): Promise<void>;
}

/** All of the process but its HTTP server: connections, tenants, live events, and the sweep for what has become due. */
export async function openApp(databaseUrl: string, logger: Logger): Promise<App> {
  const budget = new ConnectionBudget(databaseUrl);
  const tenancy = new Tenancy(budget);
  const live = new Live(budget, (error) => logger.warn({ err: error }, 'live events are interrupted'));
  await live.open();

  let sweeping: Promise<void> = Promise.resolve();
  const sweep = setInterval(() => {
    sweeping = wakeDue({ tenancy, live }).catch((error: unknown) => logger.warn({ err: error }, 'a sweep failed'));
  }, sweepEveryMs);

  return {
    tenancy,
    live,
    async close() {
      clearInterval(sweep);
      await sweeping;
      await live.close();
      await budget.close();
    },
  };
}

function wakeDue({ tenancy, live }: Door): Promise<void> {
  return tenancy.wakeUps.runDue(async (tenantId) => {
    const tenant = await tenancy.findTenant(tenantId);
    if (!tenant) return;
    live.publish(tenantId, await wakeDueConversations(await tenancy.managerOf(tenant)));
  });
}
