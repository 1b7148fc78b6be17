import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '../setup/failure.mjs';
import { freePort } from '../setup/ports.mjs';
import { giveTo } from './server-user.mjs';

export const program = '/usr/sbin/pgbouncer';

const answerWithinMs = 10_000;

/**
 * A PgBouncer in transaction mode before a PostgreSQL, for one role and every database, as the guide describes it.
 * The pool is as small as one API process can do with.
 */
export async function newThrowAwayPgBouncer({ folder, user, serverPort, role, password, signal }) {
  const port = await freePort('127.0.0.1');
  const files = {
    'userlist.txt': `"${role}" "${password}"\n`,
    'pgbouncer.ini': settingsFor({ folder, serverPort, port }),
  };
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(`${folder}/${name}`, text, { mode: 0o600 });
    giveTo(`${folder}/${name}`, user);
  }
  const log = openSync(`${folder}/pgbouncer.log`, 'a');
  const stdio = ['ignore', log, log];
  const child = spawn(program, [`${folder}/pgbouncer.ini`], { ...user, cwd: folder, stdio, detached: true });
  closeSync(log);
  const ended = once(child, 'exit').catch(() => undefined);
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  for (const until = Date.now() + answerWithinMs; !(await listens(port)); await sleep(50)) {
    if (child.exitCode === null && !signal.aborted && Date.now() < until) continue;
    await stop();
    throw new Failure(`PgBouncer does not start:\n${readFileSync(`${folder}/pgbouncer.log`, 'utf8')}`);
  }
  return { port, stop };
}

const settingsFor = ({ folder, serverPort, port }) => `[databases]
* = host=127.0.0.1 port=${serverPort}

[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
pidfile = ${folder}/pgbouncer.pid
auth_type = scram-sha-256
auth_file = ${folder}/userlist.txt
pool_mode = transaction
default_pool_size = 6
max_client_conn = 500
`;

function listens(port) {
  return new Promise((resolve) => {
    const socket = createConnection({ host: '127.0.0.1', port });
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.end());
  });
}
