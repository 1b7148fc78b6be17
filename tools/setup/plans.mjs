import { Failure } from './failure.mjs';
import { npm, run } from './run.mjs';

/** What the pages read of a large tenant, held to bounds; on a server that is gone afterwards. */
export async function checkPlans(rest, signal) {
  if (rest.length > 0) throw new Failure('After "plans", expected nothing.');
  await run(npm('run', '--silent', 'bench', '--', 'plans'), { name: 'bench', signal });
}
