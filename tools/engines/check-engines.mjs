import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { aptInstall, mayInstall } from '../setup/apt.mjs';
import { Failure } from '../setup/failure.mjs';
import { bin, run } from '../setup/run.mjs';
import { giveTo, serverUser } from './server-user.mjs';
import { newThrowAwayPgBouncer, program as pgbouncer } from './throw-away-pgbouncer.mjs';
import { newThrowAwayPostgres, programs } from './throw-away-postgres.mjs';

const owner = 'atrium_test_owner';

/** Not the name that the API would give to the owner's gateway: it would set that one's password anew. */
const gateway = 'atrium_test_gateway';

const ways = { direct: [], pooled: [pgbouncer] };

/**
 * The API's tests on Debian's PostgreSQL 15 as a role that is no superuser, straight and once more through PgBouncer:
 * `engines`, or one way, `engines pooled`; what follows is jest's own. Both ways run, whatever the first says.
 * Errors: `Failure`; whatever happens, the servers and their folder are gone.
 */
export async function checkEngines([way, ...jest], signal) {
  if (way !== undefined && !Object.hasOwn(ways, way))
    throw new Failure(`There is no way "${way}" to the database; there are ${Object.keys(ways).join(', ')}.`);
  const chosen = way === undefined ? Object.keys(ways) : [way];
  await ensurePrograms([`${programs}/initdb`, ...chosen.flatMap((each) => ways[each])], signal);

  const failed = [];
  for (const each of chosen) {
    console.log(`PostgreSQL 15, ${each} …`);
    const error = await checkWay(each, jest, signal).catch((reason) => reason);
    if (signal.aborted || (error && !(error instanceof Failure))) throw error;
    if (error) failed.push(`${each}: ${error.message}`);
  }
  if (failed.length > 0) throw new Failure(failed.join('\n'));
}

async function checkWay(way, jest, signal) {
  const user = serverUser();
  const folder = mkdtempSync(`${tmpdir()}/atrium-engines-`);
  giveTo(folder, user);
  const password = randomBytes(16).toString('hex');
  const stops = [];
  try {
    const postgres = await newThrowAwayPostgres({ folder, user, owner, password, signal });
    stops.unshift(postgres.stop);
    const env = { ...process.env, TEST_DATABASE_URL: postgres.url };
    if (way === 'pooled') {
      const pooler = { folder, user, serverPort: postgres.port, role: gateway, password, signal };
      const { port, stop } = await newThrowAwayPgBouncer(pooler);
      stops.unshift(stop);
      env.TEST_POOLED_DATABASE_URL = `postgres://${gateway}:${password}@127.0.0.1:${port}/${owner}`;
    }
    const args = ['--selectProjects', 'api', '--maxWorkers=1', ...jest];
    await run(bin('jest/bin/jest.js', ...args), { name: 'jest', env, signal });
  } finally {
    for (const stop of stops) await stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function ensurePrograms(needed, signal) {
  if (needed.every(existsSync)) return;
  const packages = ['postgresql-15', ...(needed.includes(pgbouncer) ? ['pgbouncer'] : [])];
  if (!mayInstall())
    throw new Failure(
      `This check needs PostgreSQL 15 and PgBouncer where Debian has them: install them (\`apt-get install ${packages.join(' ')}\` as root on Debian).`,
    );
  console.log(`Installing ${packages.join(', ')} (apt-get) …`);
  await aptInstall(packages, signal);
}
