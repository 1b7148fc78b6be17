import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, dirname } from 'node:path';
import { Failure } from './failure.mjs';
import { inRoot } from './root.mjs';
import { run } from './run.mjs';
import { stepGroups } from './steps.mjs';

/** The oldest that package.json accepts, and the even ones since, which are those that are maintained for long. */
export const lines = ['20.19', '22', '24', '26'];

/**
 * All that a change must pass, in a fresh clone of the last commit, on each line of Node or on the one that is named:
 * `nodes`, `nodes 26`, and `nodes 26 lint` for one group of steps. A line that fails does not keep the next from being tried.
 */
export async function checkNodes([line, group, ...rest], signal) {
  const chosen = line === undefined ? lines : lines.filter((each) => each === line);
  if (chosen.length === 0) throw new Failure(`There is no Node "${line}" to check on; there are ${lines.join(', ')}.`);
  if (rest.length > 0 || (group !== undefined && !stepGroups.includes(group)))
    throw new Failure(`After the Node, expected nothing or one of ${stepGroups.join(', ')}.`);
  const failed = [];
  for (const each of chosen) {
    const startedAt = Date.now();
    const error = await checkOn(each, group, signal).catch((reason) => reason);
    if (signal.aborted || (error && !(error instanceof Failure))) throw error;
    if (error) failed.push(each);
    const took = `${((Date.now() - startedAt) / 1000).toFixed(1)} s`;
    console.log(error ? `✗ Node ${each} failed after ${took}. ${error.message}` : `✓ Node ${each} (${took})`);
  }
  if (failed.length > 0) throw new Failure(`Failed on Node ${failed.join(', ')}.`);
}

async function checkOn(line, group, signal) {
  const folder = inRoot(`.cache/nodes/${line}`);
  const clone = `${folder}/atrium`;
  const node = `${folder}/node_modules/node/bin/node`;
  if (!existsSync(node)) await installNode(line, folder, signal);

  const env = cleanEnvironment(dirname(node));
  await run([node, '--version'], { name: `Node ${line}`, env, signal });
  rmSync(clone, { recursive: true, force: true });
  await run(['git', 'clone', '--quiet', '--no-hardlinks', inRoot('.'), clone], { name: 'git clone', signal });
  const command = group === undefined ? ['npm', 'test'] : ['npm', 'run', 'check', '--', group];
  await run(command, { name: command.join(' '), cwd: clone, env, signal });
  rmSync(clone, { recursive: true, force: true });
}

/** npm's package of that name brings the program in its install script, which has to be allowed. */
async function installNode(line, folder, signal) {
  mkdirSync(folder, { recursive: true });
  const command = ['npm', 'install', '--prefix', folder, '--no-save', '--no-audit', '--no-fund', `node@${line}`];
  await run(command, { name: `Installing Node ${line}`, env: cleanEnvironment(), quiet: true, signal });
}

/** Nothing of the npm that started this one, which would name its own Node; and the given folder's programs first. */
function cleanEnvironment(first) {
  const own = Object.entries(process.env).filter(([name]) => !/^(npm_|INIT_CWD$|NODE_OPTIONS$)/.test(name));
  const env = Object.fromEntries(own);
  return first ? { ...env, PATH: `${first}${delimiter}${env['PATH']}` } : env;
}

/** The line that is recommended: what `.nvmrc` says. */
export const recommended = () => readFileSync(inRoot('.nvmrc'), 'utf8').trim();
