import { startApi, withClient } from '../target';
import { accountId, addAccount, analyze, fill, type Place, type Shape } from './rows';

const atOnce = 4;

/** So many tenants, of one shape each, through the API's own code. Those of an earlier run are used again. */
export async function requireTenants(
  databaseUrl: string,
  name: string,
  shapes: readonly Shape[],
  signal: AbortSignal,
): Promise<Place[]> {
  const { app, stop } = await startApi(databaseUrl);
  const places: Place[] = [];
  try {
    await withClient(databaseUrl, addAccount);
    const known = await filledBefore(databaseUrl);
    let next = 0;
    const register = () =>
      withClient(databaseUrl, async (client) => {
        while (next < shapes.length) {
          signal.throwIfAborted();
          const n = next++;
          const shape = shapes[n] as Shape;
          // Its name tells what it holds.
          const named = `${name} ${n + 1}, ${shape.contacts} × ${shape.messagesEach}`;
          places[n] = known.get(named) ?? (await registered(client, named, shape));
        }
      });
    const registered = async (client: Parameters<typeof fill>[0], named: string, shape: Shape): Promise<Place> => {
      const { id, schemaName } = await app.tenancy.createTenant({ name: named, idempotencyKey: null });
      const place = { id, schemaName };
      await fill(client, place, shape);
      await analyze(client, place);
      return place;
    };
    await Promise.all(Array.from({ length: atOnce }, register));
  } finally {
    await stop();
  }
  return places;
}

async function filledBefore(databaseUrl: string): Promise<Map<string, Place>> {
  const { rows } = await withClient(databaseUrl, (client) =>
    client.query<Place & { name: string }>(
      `select t.id, t.schema_name as "schemaName", t.name from public.tenants t
       where exists (select from public.memberships m where m.tenant_id = t.id and m.account_id = $1)`,
      [accountId],
    ),
  );
  return new Map(rows.map(({ name, ...place }) => [name, place]));
}
