import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { readable } from './log-line.mjs';
import { inRoot } from './root.mjs';

/** PostgreSQL alone may take 25 seconds of it. */
const stopWithinMs = 40_000;

/** How much of what it said last is kept for whoever explains its end. */
const keptLines = 10;

/** As shells write it, and programs that catch the signal to say so. */
const endedBySigterm = 143;

/** A server of Atrium's as a process of its own, its output line by line in this one's. */
export class Service {
  #child;

  /**
   * @param {string} name
   * @param {string[]} args of Node
   * @param {{ cwd: string, env: Record<string, string>, unsaid?: RegExp }} options lines that match `unsaid` are not shown
   */
  constructor(name, args, { cwd, env, unsaid }) {
    this.name = name;
    // A group of its own: Ctrl-C goes to the whole group of the terminal, and each service shall hear one signal, from here.
    this.#child = spawn(process.execPath, ['-r', inRoot('tools/setup/end-with-parent.cjs'), ...args], {
      cwd: inRoot(cwd),
      env,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      detached: process.platform !== 'win32',
    });
    const lastWords = [];
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        if (unsaid?.test(line)) return;
        const text = readable(line);
        lastWords.splice(0, lastWords.length - keptLines + 1);
        lastWords.push(text);
        console.log(`${name.padEnd(7)} ${text}`);
      });
    }
    /** Resolves, with how, when the process has ended and all it said is shown. */
    this.ended = new Promise((resolve) => {
      this.#child.once('error', (error) => resolve({ isClean: false, how: error.message, lastWords }));
      this.#child.once('close', (code, signal) => {
        resolve({
          isClean: code === 0 || code === endedBySigterm || signal === 'SIGTERM',
          how: signal ?? `exit code ${code}`,
          lastWords,
        });
      });
    });
  }

  /** Answers whether it ended in order. */
  async stop() {
    const last = setTimeout(() => this.#child.kill('SIGKILL'), stopWithinMs);
    if (this.#child.exitCode === null && this.#child.signalCode === null) this.#child.kill('SIGTERM');
    const { isClean } = await this.ended;
    clearTimeout(last);
    return isClean;
  }
}
