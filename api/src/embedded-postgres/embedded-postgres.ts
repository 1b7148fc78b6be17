import { borrowServer } from './borrow';
import { type RunningDatabase, startOwned } from './own';
import { claimOwnership } from './owner';
import { choosePlace } from './place';

export type { RunningDatabase } from './own';

export interface EmbeddedOptions {
  /** The cluster is its `postgres`, unless only root can get there: the log then says where it is. */
  dataDir: string;
  log(line: string): void;
  /** Whether a commit survives a power failure. */
  durable?: boolean;
  /** Ends the start, at any moment of it; nothing is left running then. Of no consequence later. */
  signal?: AbortSignal;
}

/**
 * A PostgreSQL of the project's own, from npm, with nothing to install or set up.
 * The first process that starts on a folder owns its server until it stops. Later ones borrow it: `stop` then leaves it alone,
 * and when its owner is gone, in order or not, one of them becomes the owner and runs it at the same address.
 * A server that an owner left behind is taken over with all its connections.
 * Errors: one sentence where no PostgreSQL can run here, with what to do; the end of the server's log where it does not start.
 */
export async function startEmbeddedPostgres({
  dataDir,
  log,
  durable = true,
  signal = new AbortController().signal,
}: EmbeddedOptions): Promise<RunningDatabase> {
  signal.throwIfAborted();
  const options = { place: choosePlace(dataDir, log), durable, log, signal };
  for (;;) {
    const ownership = claimOwnership(options.place.ownerFile);
    const running = await (ownership ? startOwned(options, ownership) : borrowServer(options));
    if (running) return running;
  }
}
