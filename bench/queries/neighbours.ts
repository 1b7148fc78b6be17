import pg from 'pg';
import type { World } from './world';

const everyMs = 50;

export interface Neighbours {
  pid: number;
  stop(): Promise<void>;
}

/** The small tenants work beside the large one: one after the other, twenty times a second, past whoever is measured, so that all are disturbed alike. */
export async function startNeighbours({ gateway, neighbours }: World): Promise<Neighbours> {
  const client = new pg.Client({ connectionString: gateway, application_name: 'atrium-bench-neighbours' });
  await client.connect();
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  let n = 0;
  let working: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    const schema = neighbours[n % neighbours.length] as string;
    working = client.query(workOf(schema, n)).catch(() => client.query('rollback'));
    n += 1;
  }, everyMs);
  return {
    pid: rows[0]?.pid ?? 0,
    async stop() {
      clearInterval(timer);
      await working.catch(() => undefined);
      await client.end();
    },
  };
}

/** A page of contacts each time, and now and then a write. */
const workOf = (schema: string, n: number): string => `
  begin; set local role "${schema}";
  select * from "${schema}".contacts c join "${schema}".contact_activity a on a.contact_id = c.id order by a.last_activity_at desc limit 25;
  ${n % 5 === 0 ? `update "${schema}".contact_activity set last_activity_at = now() where contact_id = (select min(contact_id::text)::uuid from "${schema}".contact_activity);` : ''}
  commit`;
