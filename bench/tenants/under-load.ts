import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { schemaNameFrom } from '../../api/src/tenancy/schema-name';
import { bodyOf, call, newTally, type Tally, tallied } from '../calls';
import type { ApiProcess } from '../children';
import { withClient } from '../target';
import { webOperation } from '../web-operations';
import { createContact } from '../writers';
import { jobs, undoColumn, withPrograms } from './column';
import type { AtEnd } from './figures';
import type { Company } from './owners';

const brokenCount = 3;
const pauseMs = 20;
const withinMs = 30_000;

const list = bodyOf({
  query: webOperation('ContactList'),
  variables: { search: null, filter: null, orderBy: { field: 'LAST_ACTIVITY_AT', direction: 'DESC' } },
});
const write = bodyOf({
  query: createContact,
  variables: { input: { name: 'Under Load', email: 'under-load@contact.example' } },
});

/** A column for all while they are asked and written to: three cannot take it, and the run is killed half-way and run again. */
export async function migrateUnderLoad(
  api: ApiProcess,
  databaseUrl: string,
  companies: readonly Company[],
): Promise<Pick<AtEnd, 'quarantined' | 'killedAfter' | 'requestsMeanwhile' | 'failedMeanwhile'>> {
  const broken = Array.from({ length: brokenCount }, (_, n) => {
    const { id } = companies[Math.floor(((n + 0.5) * companies.length) / brokenCount)] as Company;
    return schemaNameFrom(id);
  });
  const healthy = companies.filter(({ id }) => !broken.includes(schemaNameFrom(id)));
  const change = (how: string) =>
    withClient(databaseUrl, async (client) => {
      for (const schema of broken) await client.query(`alter table "${schema}".contacts ${how}`);
    });
  await change('add column if not exists nickname text');
  const [tally, over] = [newTally(), new AbortController()];
  const load = ask(api, healthy, tally, over.signal);
  try {
    const killedAfter = await killHalfWay(databaseUrl, companies.length);
    const quarantined = await withPrograms(databaseUrl, async (_now, next) => {
      const { failures, stopped } = await next.fleet.migrate(() => undefined, { jobs, maxFailures: 50 });
      if (stopped) throw new Error(stopped);
      return failures.length;
    });
    return {
      quarantined,
      killedAfter,
      requestsMeanwhile: tally.sent,
      failedMeanwhile: tally.refused + Object.values(tally.failed).reduce((sum, count) => sum + count, 0),
    };
  } finally {
    over.abort();
    await load;
    await undoColumn(databaseUrl);
    await change('drop column if exists nickname');
    await withClient(databaseUrl, (client) =>
      client.query('update public.tenants set failed_at = null, failure = null where failed_at is not null'),
    );
  }
}

async function ask(api: ApiProcess, companies: readonly Company[], tally: Tally, over: AbortSignal): Promise<void> {
  for (let n = 0; !over.aborted; n += 1) {
    const { id, as } = companies[(n * 37) % companies.length] as Company;
    await tallied(tally, call(api.url, id, n % 4 === 0 ? write : list, withinMs, as));
    await sleep(pauseMs);
  }
}

/** Answers how many were done by then. */
async function killHalfWay(databaseUrl: string, total: number): Promise<number> {
  const child = fork(require.resolve('./migrate-column'), {
    execArgv: ['-r', '@swc-node/register'],
    env: { ...process.env, DATABASE_URL: databaseUrl },
  });
  let killedAfter = 0;
  child.on('message', (done: number) => {
    if (done >= total / 2 && killedAfter === 0) {
      killedAfter = done;
      child.kill('SIGKILL');
    }
  });
  await once(child, 'exit');
  return killedAfter;
}
