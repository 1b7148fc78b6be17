import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Binaries, programPath } from './binaries';
import { askServer } from './connection';
import { endServer } from './end-server';
import type { Place } from './place';
import { identityOf, type ProcessIdentity } from './process-identity';
import { runAs } from './run-as';
import { serverArguments } from './settings';

export interface ServerOptions {
  place: Place;
  binaries: Binaries;
  password: string;
  durable: boolean;
  log(line: string): void;
}

/** How long a server may stay silent; and how long it may say that it is recovering what a crash left. */
const answerWithinMs = 30_000;
const recoverWithinMs = 600_000;
const askEveryMs = 20;

/** A server that recovers hears only its second word, and loses nothing by it: it begins anew the next time. */
const endWithinMs = 2_000;
const lastWords = 15;
const maxLogBytes = 10_000_000;

export interface LaunchedServer {
  process: ProcessIdentity;
  /** Never rejects. */
  ended: Promise<void>;
}

/**
 * A server that answers. It runs in a process group of its own, so that Ctrl-C reaches only this process, which then stops it in order.
 * Errors: the end of the server's log, where it ends or does not answer in time; the signal's reason. Nothing runs then.
 */
export async function launchServer(options: ServerOptions, port: number, signal: AbortSignal): Promise<LaunchedServer> {
  const { place, binaries, durable } = options;
  keepLogShort(place.logFile);
  const log = openSync(place.logFile, 'a', 0o600);
  const logStart = statSync(place.logFile).size;
  const child = spawn(programPath(binaries, 'postgres'), serverArguments(place, binaries, port, durable), {
    ...runAs(place.user),
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.unref();
  const server = identityOf(child.pid ?? 0);

  let hasEnded = false;
  const ended = new Promise<void>((resolve) => {
    const end = () => {
      hasEnded = true;
      resolve();
    };
    child.once('exit', end);
    child.once('error', end);
  });
  try {
    await answers(options, port, () => hasEnded, signal);
  } catch {
    await endServer(server, binaries, endWithinMs);
    signal.throwIfAborted();
    const tail = readFileSync(place.logFile)
      .subarray(logStart)
      .toString()
      .trim()
      .split('\n')
      .slice(-lastWords)
      .join('\n');
    throw new Error(`The embedded PostgreSQL did not start; ${place.logFile} says:\n${tail}`);
  }
  return { process: server, ended };
}

async function answers(
  { password }: ServerOptions,
  port: number,
  hasEnded: () => boolean,
  signal: AbortSignal,
): Promise<void> {
  const startedAt = Date.now();
  let silentSince = startedAt;
  for (;;) {
    signal.throwIfAborted();
    if (hasEnded()) throw new Error('ended');
    const state = await askServer(port, password);
    if (state === 'ready') return;
    const now = Date.now();
    if (state === 'busy') silentSince = now;
    if (now - silentSince > answerWithinMs || now - startedAt > recoverWithinMs) throw new Error('silent');
    await sleep(askEveryMs);
  }
}

/** One older log is kept. */
function keepLogShort(file: string): void {
  const { size } = statSync(file, { throwIfNoEntry: false }) ?? { size: 0 };
  if (size > maxLogBytes) renameSync(file, `${file}.old`);
}
