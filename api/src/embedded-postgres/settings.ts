import type { Binaries } from './binaries';
import type { Place } from './place';

/**
 * The settings of an embedded server, as arguments. It listens on loopback only, where every user of the machine may knock:
 * hence the password, and no socket file. Its log names neither statements nor values, for those are what people wrote.
 */
export function serverArguments({ cluster }: Place, { major }: Binaries, port: number, durable: boolean): string[] {
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 200,
    shared_buffers: '64MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    jit: 'off',
    log_checkpoints: 'off',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    ...(durable ? recovery(major) : throwAway),
  };
  return ['-D', cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

/** For tests: the last commits are lost with the server, which nothing in them outlives. */
const throwAway = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
};

/**
 * After a crash, PostgreSQL makes sure that all its files are on disk before it answers. By default it opens each of them, and every
 * tenant has dozens. A restart over 20,000 files took 1,350 ms that way, and 80 ms with one syncfs() for the whole file system;
 * with much unwritten, or a slower disk, it was many times both.
 */
function recovery(major: number): Record<string, string> {
  return process.platform === 'linux' && major >= 14 ? { recovery_init_sync_method: 'syncfs' } : {};
}
