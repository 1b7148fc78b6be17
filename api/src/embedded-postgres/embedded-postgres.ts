import { setTimeout as sleep } from 'node:timers/promises';
import { findBinaries } from './binaries';
import { prepareCluster, readPassword } from './cluster';
import { askServer, requireDatabase, urlOf } from './connection';
import type { ServerOptions } from './launch';
import { claimOwnership, ownerIsAlive } from './owner';
import { choosePlace, type Place } from './place';
import { findPostmaster, type Postmaster } from './postmaster-file';
import { EmbeddedServer } from './server';

export interface RunningDatabase {
  url: string;
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** The cluster is its `postgres`, unless only root can get there: the log then says where it is. */
  dataDir: string;
  log(line: string): void;
  /** Whether a commit survives a power failure. */
  durable?: boolean;
}

const answerWithinMs = 30_000;
const makeWithinMs = 120_000;
const askEveryMs = 50;

/**
 * A PostgreSQL of the project's own, from npm, with nothing to install or set up.
 * The first process that starts on a folder owns its server until it stops; later ones borrow it, and `stop` then does nothing.
 * A server that an owner left behind is taken over with all its connections.
 * Errors: one sentence where no PostgreSQL can run here, with what to do; the end of the server's log where it does not start.
 */
export async function startEmbeddedPostgres({
  dataDir,
  log,
  durable = true,
}: EmbeddedOptions): Promise<RunningDatabase> {
  const place = choosePlace(dataDir, log);
  for (;;) {
    const ownership = claimOwnership(place.ownerFile);
    if (!ownership) {
      const url = await borrow(place);
      if (url === null) continue;
      return { url, stop: async () => undefined };
    }
    try {
      const binaries = await findBinaries(place.user);
      const password = await prepareCluster(place, binaries, durable);
      const server = await own({ place, binaries, password, durable, log });
      return {
        url: urlOf(server.port, password),
        stop: () => server.stop().finally(ownership.release),
      };
    } catch (error) {
      ownership.release();
      throw error;
    }
  }
}

async function own(options: ServerOptions): Promise<EmbeddedServer> {
  const { place, password } = options;
  const running = await settle(place, password);
  const server = running ? EmbeddedServer.adopt(options, running) : await EmbeddedServer.start(options);
  try {
    await requireDatabase(server.port, password);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return server;
}

/** A server that is just starting or stopping is waited for. Shape: null where none runs. */
async function settle(place: Place, password: string): Promise<Postmaster | null> {
  for (const until = Date.now() + answerWithinMs; ; await sleep(askEveryMs)) {
    const running = findPostmaster(place.cluster);
    if (!running) return null;
    if (running.port > 0 && (await askServer(running.port, password)) === 'ready') return running;
    if (Date.now() < until) continue;
    throw new Error(
      `The PostgreSQL on ${place.cluster} (process ${running.pid}) does not answer; ${place.logFile} may say why.`,
    );
  }
}

/** Shape: the address of the owner's server; null where the owner is gone. */
async function borrow(place: Place): Promise<string | null> {
  for (const until = Date.now() + makeWithinMs; Date.now() < until; await sleep(askEveryMs)) {
    if (!ownerIsAlive(place.ownerFile)) return null;
    const running = findPostmaster(place.cluster);
    if (!running || running.port === 0) continue;
    const password = readPassword(place);
    if ((await askServer(running.port, password)) !== 'ready') continue;
    await requireDatabase(running.port, password);
    return urlOf(running.port, password);
  }
  throw new Error(
    `Another process owns the database in ${place.cluster}, and its server does not answer: end that process.`,
  );
}
