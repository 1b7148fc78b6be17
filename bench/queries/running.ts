import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../api/src/embedded-postgres/free-port';
import type { Contender } from './contender';
import type { World } from './world';

const startWithinMs = 60_000;
const stopWithinMs = 20_000;

/** A contender's process. It ends with this one, whichever way this one ends: then its channel is closed. */
export interface Running {
  contender: Contender;
  url: string;
  pid: number;
  /** Asks the program itself, where it has something to say. */
  ask<Answer>(question: string): Promise<Answer>;
  stop(): Promise<void>;
}

export async function run(contender: Contender, world: World, databaseUrl: string): Promise<Running> {
  const port = await freePort();
  const program = resolve(__dirname, contender.program);
  const child = fork(program, {
    execArgv: program.endsWith('.ts') ? ['-r', '@swc-node/register'] : [],
    env: { ...process.env, ...environmentOf(databaseUrl, port), ATRIUM_BENCH_WORLD: JSON.stringify(world) },
    // What is logged is written, and goes nowhere.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  process.once('exit', () => child.kill('SIGKILL'));
  const url = `http://127.0.0.1:${port}`;
  await ready(child, `${url}${contender.readyPath}`, contender.name);
  return {
    contender,
    url,
    pid: child.pid ?? 0,
    async ask<Answer>(question: string) {
      const answered = once(child, 'message');
      child.send(question);
      const [answer] = (await answered) as [Answer];
      return answer;
    },
    stop: () => stop(child),
  };
}

const environmentOf = (databaseUrl: string, port: number) => ({
  NODE_ENV: 'production',
  DATABASE_URL: databaseUrl,
  DATABASE_DIRECT_URL: '',
  API_HOST: '127.0.0.1',
  API_PORT: String(port),
  DEMO: '0',
  LOG_LEVEL: 'info',
  MAX_COST_OF_TENANT: '999999999',
  MAX_COST_OF_CALLER: '999999999',
  MAX_SOCKETS_OF_ACCOUNT: '5000',
  MAX_SOCKETS_OF_ADDRESS: '5000',
});

const isAlive = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode === null && signalCode === null;

async function ready(child: ChildProcess, url: string, name: string): Promise<void> {
  let last = '';
  for (const until = Date.now() + startWithinMs; Date.now() < until && isAlive(child); await sleep(100)) {
    const answer = await fetch(url).catch(String);
    if (typeof answer === 'string') last = answer;
    else if (answer.status < 500) return;
    else last = await answer.text();
  }
  await stop(child);
  throw new Error(`expected ${name} to be ready within ${startWithinMs} ms: ${last}`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (!isAlive(child)) return;
  const ended = once(child, 'exit');
  child.disconnect();
  const isLate = await Promise.race([ended.then(() => false), sleep(stopWithinMs, true, { ref: false })]);
  if (!isLate) return;
  child.kill('SIGKILL');
  await ended;
}
