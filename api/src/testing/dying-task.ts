import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { DatabaseUrls } from '../database/roles';
import type { ArchiveSettings } from '../tenancy/archive-settings';

interface Dying {
  urls: DatabaseUrls;
  archives: ArchiveSettings;
  /** Of the deployment. */
  secret: string;
}

/**
 * A process that works on one kind of task and kills itself, as `kill -9` does, in the middle of the step of which that is the beginning, when
 * more than such a part of it is done; or, for `shown`, as soon as the company is there. Answers what ended it.
 */
export async function dyingTask(
  { urls, archives, secret }: Dying,
  kind: string,
  { step, after = 0 }: { step: string; after?: number },
): Promise<NodeJS.Signals | null> {
  const code = `
    const { openTenancy } = require('./app');
    const { archiveFeature } = require('./archive/archive.feature');
    const { TaskStore } = require('./task/task-store');
    const { Tasks } = require('./task/tasks');
    const die = () => process.kill(process.pid, 'SIGKILL');
    const tenancy = openTenancy(${JSON.stringify(urls)}, ${JSON.stringify({ archives, secret })});
    const show = tenancy.hidden.show.bind(tenancy.hidden);
    if (${JSON.stringify(step)} === 'shown') tenancy.hidden.show = (...given) => show(...given).then(die);
    const { ${kind}: work } = archiveFeature.tasks;
    const dying = (scope) => work({ ...scope, report(done, total, step) {
      scope.report(done, total, step);
      if (done > ${after} * total && step.startsWith(${JSON.stringify(step)})) die();
    } });
    const options = { kinds: { ${kind}: dying }, tenancy, logger: console };
    new Tasks(new TaskStore(tenancy.budget), options).runWaiting().then(() => process.exit(0));`;
  const child = spawn(process.execPath, ['-r', '@swc-node/register', '-e', code], {
    cwd: join(__dirname, '..'),
    env: { ...process.env, SWC_NODE_PROJECT: join(__dirname, '../../tsconfig.json') },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const [, signal] = await once(child, 'exit');
  return signal;
}
