import { setTimeout as sleep } from 'node:timers/promises';
import { readPassword } from './cluster';
import { askServer, requireDatabase, urlOf } from './connection';
import { type RunningDatabase, type StartOptions, startOwned } from './own';
import { claimOwnership, ownerIsAlive } from './owner';
import type { Place } from './place';
import { findPostmaster } from './postmaster-file';

const makeWithinMs = 120_000;
const askEveryMs = 50;
const lookEveryMs = 250;
const retryEveryMs = 1_000;

/**
 * The server of a living owner, for as long as that lives: then this process becomes the owner, on the same port,
 * so that its own connections, and those of other borrowers, find a server again.
 * Shape: null where the owner is gone already.
 */
export async function borrowServer(options: StartOptions): Promise<RunningDatabase | null> {
  const borrowed = await findServer(options.place, options.signal);
  if (!borrowed) return null;
  const over = new AbortController();
  const succession = succeed({ ...options, port: borrowed.port, signal: over.signal });
  return {
    url: borrowed.url,
    async stop() {
      over.abort();
      await (await succession)?.stop();
    },
  };
}

async function findServer(place: Place, signal: AbortSignal): Promise<{ port: number; url: string } | null> {
  for (const until = Date.now() + makeWithinMs; Date.now() < until; await sleep(askEveryMs)) {
    signal.throwIfAborted();
    if (!ownerIsAlive(place.ownerFile)) return null;
    const running = findPostmaster(place.cluster);
    if (!running || running.port === 0) continue;
    const password = readPassword(place);
    if ((await askServer(running.port, password)) !== 'ready') continue;
    await requireDatabase(running.port, password);
    return { port: running.port, url: urlOf(running.port, password) };
  }
  throw new Error(
    `Another process owns the database in ${place.cluster}, and its server does not answer: end that process.`,
  );
}

/** Never rejects. Shape: what this process owns in the end; null where the signal came before. */
async function succeed(options: StartOptions): Promise<RunningDatabase | null> {
  const { place, signal, log } = options;
  let said = '';
  for (;;) {
    try {
      const ownership = ownerIsAlive(place.ownerFile) ? null : claimOwnership(place.ownerFile);
      if (ownership) {
        log('The process that ran the embedded PostgreSQL is gone; this one runs it from here on.');
        return await startOwned(options, ownership);
      }
      await sleep(lookEveryMs, undefined, { ref: false, signal });
    } catch (error) {
      if (signal.aborted) return null;
      const reason = error instanceof Error ? error.message : String(error);
      if (reason !== said) log(reason);
      said = reason;
      await sleep(retryEveryMs, undefined, { ref: false });
    }
  }
}
