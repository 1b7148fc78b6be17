import { startEmbeddedPostgres } from '../embedded-postgres/embedded-postgres';
import type { Env } from '../env';
import { describeRole, requireAbilities, requireServer, requireServing } from './requirements';
import { type DatabaseUrls, setUpGateway, setUpOwner, userOf } from './roles';

export interface OpenDatabase {
  urls: DatabaseUrls;
  stop(): Promise<void>;
}

type Settings = Pick<
  Env,
  'DATABASE_URL' | 'DATABASE_DIRECT_URL' | 'DATABASE_REPLICA_URL' | 'ATRIUM_ALLOW_SUPERUSER' | 'DATA_DIR'
>;

/**
 * The server in DATABASE_URL, which `stop` leaves alone; else an embedded one in DATA_DIR. Either way with two roles of the least rights:
 * an owner for tables, a gateway for requests.
 * Errors: one sentence where the server is not to be had, or lacks something, with the statement that mends it. It never holds the password.
 */
export async function openDatabase(
  env: Settings,
  log: (line: string) => void,
  signal?: AbortSignal,
): Promise<OpenDatabase> {
  if (env.DATABASE_URL === undefined) {
    const server = await startEmbeddedPostgres({ dataDir: env.DATA_DIR, log, ...(signal ? { signal } : {}) });
    try {
      return { urls: await urlsOfSuperuser(server.url), stop: () => server.stop() };
    } catch (error) {
      await server.stop();
      throw error;
    }
  }
  return { urls: await urlsGiven({ ...env, DATABASE_URL: env.DATABASE_URL }), stop: async () => undefined };
}

/** For an embedded server, and for tests and benchmarks on a server of their own. */
export async function urlsOfSuperuser(superuserUrl: string): Promise<DatabaseUrls> {
  const owner = await setUpOwner(superuserUrl);
  const gateway = await setUpGateway(owner);
  return { owner, gateway, listen: gateway };
}

export async function urlsGiven(
  env: Pick<Settings, 'DATABASE_DIRECT_URL' | 'ATRIUM_ALLOW_SUPERUSER'> & {
    DATABASE_URL: string;
    DATABASE_REPLICA_URL?: string | undefined;
  },
): Promise<DatabaseUrls> {
  const { DATABASE_URL: url, DATABASE_DIRECT_URL: direct = url, ATRIUM_ALLOW_SUPERUSER: mayBeAnyone } = env;
  const replicaOf = (gateway: string) => env.DATABASE_REPLICA_URL && at(gateway, env.DATABASE_REPLICA_URL);
  await requireServer('DATABASE_DIRECT_URL' in env && direct !== url ? 'DATABASE_DIRECT_URL' : 'DATABASE_URL', direct);
  const { isSuperuser } = await describeRole(direct);
  const owner = isSuperuser && !mayBeAnyone ? await setUpOwner(direct) : direct;
  await requireAbilities(owner);
  if (mayBeAnyone) return { owner, gateway: url, listen: direct, replica: replicaOf(url) };

  const isNamed = userOf(url) !== userOf(direct);
  const gateway = await setUpGateway(owner, isNamed ? url : undefined);
  // A standby that is away keeps nothing from starting.
  const urls = { owner, gateway: at(gateway, url), listen: at(gateway, direct), replica: replicaOf(gateway) };
  await requireServer('DATABASE_URL', urls.gateway);
  await requireServing(urls.gateway);
  return urls;
}

/** The same role and password at another URL's server and database. */
function at(url: string, place: string): string {
  const changed = new URL(place);
  changed.username = new URL(url).username;
  changed.password = new URL(url).password;
  return changed.href;
}
