import { existsSync } from 'node:fs';
import { freePort } from '../setup/ports.mjs';
import { run } from '../setup/run.mjs';

export const programs = '/usr/lib/postgresql/15/bin';

const settings = {
  listen_addresses: '127.0.0.1',
  max_connections: 200,
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
};

/**
 * A PostgreSQL 15 in the folder, which must be the user's, with the owner's role and database: as an administrator who gives
 * Atrium no more than it asks for would make them. `stop` also ends one that was interrupted while it started.
 */
export async function newThrowAwayPostgres({ folder, user, owner, password, signal }) {
  const cluster = `${folder}/cluster`;
  const port = await freePort('127.0.0.1');
  const given = Object.entries({ ...settings, port, unix_socket_directories: folder });
  const execute = (program, args, more = {}) =>
    run([`${programs}/${program}`, ...args], { name: program, cwd: folder, quiet: true, user, signal, ...more });
  const stop = () =>
    existsSync(`${cluster}/postmaster.pid`)
      ? execute('pg_ctl', ['stop', '-w', '-m', 'fast', '-D', cluster], { signal: undefined })
      : undefined;

  try {
    // Who can reach the socket is the user of the folder.
    const access = ['--auth-local=trust', '--auth-host=scram-sha-256', '--username=postgres'];
    await execute('initdb', ['-D', cluster, '--locale=C.UTF-8', '--encoding=UTF8', '--no-sync', ...access]);
    const options = given.map(([name, value]) => `-c ${name}=${value}`).join(' ');
    await execute('pg_ctl', ['start', '-w', '-D', cluster, '-l', `${folder}/postgres.log`, '-o', options]);
    const statements = [
      `create role ${owner} login createrole createdb password '${password}'`,
      `create database ${owner} owner ${owner} template template0 locale 'C.UTF-8'`,
    ];
    const commands = statements.flatMap((statement) => ['-c', statement]);
    await execute('psql', ['-q', '-v', 'ON_ERROR_STOP=1', '-h', folder, '-p', port, '-U', 'postgres', ...commands]);
  } catch (error) {
    await stop();
    throw error;
  }
  return { port, url: `postgres://${owner}:${password}@127.0.0.1:${port}/${owner}`, stop };
}
