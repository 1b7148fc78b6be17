import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Failure } from './failure.mjs';
import { inRoot } from './root.mjs';

const isWindows = process.platform === 'win32';

/** npm as this very process was started by it; else the one in the path. */
export function npm(...args) {
  const script = process.env['npm_execpath'];
  return script?.endsWith('.js') ? [process.execPath, script, ...args] : [isWindows ? 'npm.cmd' : 'npm', ...args];
}

/** A program of an installed package, without npm's own start-up in between. */
export const bin = (path, ...args) => [process.execPath, inRoot(`node_modules/${path}`), ...args];

/**
 * Runs a program to its end, in a process group of its own, so that a Ctrl-C reaches it once and through here.
 * With `quiet`, what it says is kept and shown only where it fails.
 * Errors: `Failure` where it does not end with 0, or where `signal` ended it.
 * @param {string[]} command
 * @param {{ name: string, cwd?: string, env?: NodeJS.ProcessEnv, quiet?: boolean, user?: { uid: number, gid: number }, signal?: AbortSignal }} options
 */
export async function run([program, ...args], options) {
  const { name, cwd = inRoot('.'), env = process.env, quiet = false, user, signal } = options;
  const output = quiet ? 'pipe' : 'inherit';
  const child = spawn(program, args, {
    cwd,
    env,
    ...user,
    stdio: ['ignore', output, output],
    detached: !isWindows,
    shell: isWindows && program.endsWith('.cmd'),
  });
  const kept = [];
  child.stdout?.on('data', (chunk) => kept.push(chunk));
  child.stderr?.on('data', (chunk) => kept.push(chunk));
  const interrupt = () => kill(child, signal.reason);
  if (signal?.aborted) interrupt();
  signal?.addEventListener('abort', interrupt);
  const code = await new Promise((resolve, reject) => {
    child.once('error', (error) => reject(new Failure(`${name} cannot run: ${error.message}.`)));
    child.once('close', (exitCode, exitSignal) => resolve(exitCode ?? exitSignal));
  }).finally(() => signal?.removeEventListener('abort', interrupt));
  if (signal?.aborted) throw new Failure(`${name} was interrupted.`);
  if (code === 0) return;
  process.stderr.write(Buffer.concat(kept));
  throw new Failure(`${name} failed (${code}).`);
}

/** The whole group, since npm leaves what it started alone. */
function kill(child, signalName) {
  if (child.pid === undefined) return;
  try {
    process.kill(isWindows ? child.pid : -child.pid, signalName);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/** Runs a program that may ask questions: in the terminal's own group. Answers its exit code. */
export async function runAttached([program, ...args], { cwd, env, signal }) {
  const child = spawn(program, args, { cwd, env, stdio: 'inherit' });
  signal.addEventListener('abort', () => child.kill(signal.reason));
  const [code] = await once(child, 'exit');
  return code ?? 1;
}
