import { setTimeout as sleep } from 'node:timers/promises';
import { findBinaries } from './binaries';
import { prepareCluster } from './cluster';
import { askServer, requireDatabase, urlOf } from './connection';
import type { ServerOptions } from './launch';
import type { Ownership } from './owner';
import type { Place } from './place';
import { findPostmaster, type Postmaster } from './postmaster-file';
import { EmbeddedServer } from './server';

export interface RunningDatabase {
  url: string;
  stop(): Promise<void>;
}

export interface StartOptions {
  place: Place;
  durable: boolean;
  log(line: string): void;
  signal: AbortSignal;
  /** Where the server must listen, since somebody already has its address. */
  port?: number;
}

const answerWithinMs = 30_000;
const askEveryMs = 50;
const interruptWithinMs = 2_000;

/**
 * The server of a place, made, started or taken over by its owner; `stop` gives the ownership back, as does a failure.
 * Errors: also the signal's reason, with nothing left running and no half-made cluster.
 */
export async function startOwned(options: StartOptions, ownership: Ownership): Promise<RunningDatabase> {
  const { place, durable, log, signal } = options;
  try {
    const binaries = await findBinaries(place.user);
    signal.throwIfAborted();
    const password = await prepareCluster(place, binaries, durable, signal);
    const server = await runServer({ place, binaries, password, durable, log }, options);
    return { url: urlOf(server.port, password), stop: () => server.stop().finally(ownership.release) };
  } catch (error) {
    ownership.release();
    throw error;
  }
}

async function runServer(options: ServerOptions, { signal, port }: StartOptions): Promise<EmbeddedServer> {
  const running = await settle(options, signal);
  const server = running ? EmbeddedServer.adopt(options, running) : await EmbeddedServer.start(options, signal, port);
  try {
    signal.throwIfAborted();
    await requireDatabase(server.port, options.password);
    signal.throwIfAborted();
  } catch (error) {
    await server.stop(signal.aborted ? interruptWithinMs : undefined);
    throw error;
  }
  return server;
}

/**
 * A server that is just starting or stopping is waited for, unless the signal says not to.
 * Shape: null where none runs.
 */
async function settle({ place, password }: ServerOptions, signal: AbortSignal): Promise<Postmaster | null> {
  for (const until = Date.now() + answerWithinMs; ; await sleep(askEveryMs)) {
    const running = findPostmaster(place.cluster);
    if (!running || signal.aborted) return running;
    if (running.port > 0 && (await askServer(running.port, password)) === 'ready') return running;
    if (Date.now() < until) continue;
    throw new Error(
      `The PostgreSQL on ${place.cluster} (process ${running.pid}) does not answer; ${place.logFile} may say why.`,
    );
  }
}
