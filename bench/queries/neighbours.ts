import pg from 'pg';
import type { World } from './world';

const everyMs = 50;

export interface Neighbours {
  pid: number;
  /** Errors: what has kept them from working. */
  stop(): Promise<void>;
}

/** The small tenants work beside the large one: one after the other, twenty times a second, past whoever is measured, so that all are disturbed alike. */
export async function startNeighbours({ gateway, neighbours }: World): Promise<Neighbours> {
  const client = new pg.Client({ connectionString: gateway, application_name: 'atrium-bench-neighbours' });
  await client.connect();
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  let n = 0;
  let isAtWork = false;
  let working = Promise.resolve();
  let failure: unknown;
  const timer = setInterval(() => {
    if (isAtWork) return;
    isAtWork = true;
    working = work(client, neighbours[n++ % neighbours.length] as string, n % 5 === 0)
      .catch((error: unknown) => {
        failure ??= error;
        clearInterval(timer);
      })
      .finally(() => {
        isAtWork = false;
      });
  }, everyMs);
  return {
    pid: rows[0]?.pid ?? 0,
    async stop() {
      clearInterval(timer);
      await working;
      await client.end();
      if (failure) throw failure;
    },
  };
}

/** A page of contacts each time, and now and then a write. */
async function work(client: pg.Client, schema: string, writes: boolean): Promise<void> {
  const activity = `"${schema}".contact_activity`;
  const touch = `update ${activity} set last_activity_at = now() where contact_id = (select contact_id from ${activity} limit 1);`;
  await client.query(`
    begin; set local role "${schema}";
    select * from "${schema}".contacts c join ${activity} a on a.contact_id = c.id order by a.last_activity_at desc limit 25;
    ${writes ? touch : ''}
    commit`);
}
