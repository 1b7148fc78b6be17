import {
  appendFileSync,
  chmodSync,
  chownSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningDatabase, startEmbeddedPostgres } from '../embedded-postgres/embedded-postgres';

export interface PrimaryWithStandby {
  primary: RunningDatabase;
  standby: RunningDatabase;
  stop(): Promise<void>;
}

const quiet = () => undefined;

/** Two embedded servers, of which the second follows the first, each transaction some milliseconds late. */
export async function startWithStandby(lateMs: number): Promise<PrimaryWithStandby> {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'atrium-standby-'));
  chmodSync(folder, 0o755);
  const [first, second] = ['primary', 'standby'].map((name) => join(folder, name)) as [string, string];
  await startEmbeddedPostgres({ dataDir: first, log: quiet }).then((server) => server.stop());
  cpSync(first, second, { recursive: true, preserveTimestamps: true });
  const primary = await startEmbeddedPostgres({ dataDir: first, log: quiet });
  const { hostname, port, username, password } = new URL(primary.url);
  const cluster = join(second, 'postgres');
  writeFileSync(join(cluster, 'standby.signal'), '');
  appendFileSync(
    join(cluster, 'postgresql.auto.conf'),
    `primary_conninfo = 'host=${hostname} port=${port} user=${username} password=${password}'
recovery_min_apply_delay = ${lateMs}
wal_retrieve_retry_interval = 100
`,
  );
  giveTo(statSync(join(first, 'postgres')), cluster);
  const standby = await startEmbeddedPostgres({ dataDir: second, log: quiet });
  return {
    primary,
    standby,
    async stop() {
      await standby.stop();
      await primary.stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
}

/** Copies belong to whoever copies: where that is root, the server runs as another user, and has to own them. */
function giveTo({ uid, gid }: Stats, folder: string): void {
  if (process.getuid?.() !== 0) return;
  chownSync(folder, uid, gid);
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    chownSync(join(folder, name), uid, gid);
}
