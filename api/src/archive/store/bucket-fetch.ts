import { setTimeout as pause } from 'node:timers/promises';
import { Agent, fetch, type RequestInit } from 'undici';

/** Units: milliseconds. */
export interface Deadlines {
  connectMs: number;
  /** Until it begins to answer, and between any two pieces of an answer. One that waits for its reader is not late. */
  idleMs: number;
  /** Before each of the times that it is tried again. */
  pausesMs: readonly number[];
}

export const usualDeadlines: Deadlines = { connectMs: 5_000, idleMs: 60_000, pausesMs: [200, 2_000] };

/** More at a time wait: tasks, downloads, and the nightly run. */
const mostConnections = 16;

/** What a store answers that will be able to do it in a moment. */
const passing = new Set([429, 500, 502, 503, 504]);

/**
 * A fetch that gives up on a store that is gone, and bears with one that is so for a moment. Whatever is asked of a store here may be asked
 * twice. Bodies are held in memory.
 */
export function bucketFetch({ connectMs, idleMs, pausesMs }: Deadlines): typeof globalThis.fetch {
  const dispatcher = new Agent({
    connections: mostConnections,
    connect: { timeout: connectMs },
    headersTimeout: idleMs,
    bodyTimeout: idleMs,
  });
  const bounded = async (url: string, init: RequestInit) => {
    for (const pauseMs of pausesMs) {
      const response = await fetch(url, init).catch(() => null);
      if (response && !passing.has(response.status)) return response;
      await response?.body?.cancel();
      await pause(pauseMs);
    }
    return fetch(url, init);
  };
  // What is redirected is signed for another address.
  const answer = (url: unknown, init: unknown) =>
    bounded(String(url), { ...(init as RequestInit), dispatcher, redirect: 'manual' });
  return answer as unknown as typeof globalThis.fetch;
}
