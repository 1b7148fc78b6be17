import { checkEngines } from '../engines/check-engines.mjs';
import { checkCuts } from './cuts.mjs';
import { Failure } from './failure.mjs';
import { checkNodes } from './nodes.mjs';
import { checkPlans } from './plans.mjs';
import { checkReads } from './reads.mjs';
import { steps } from './steps.mjs';
import { checkText } from './text.mjs';

/** Whole runs in other surroundings: only when they are named. */
const onDemand = {
  nodes: checkNodes,
  engines: checkEngines,
  text: checkText,
  cuts: checkCuts,
  reads: checkReads,
  plans: checkPlans,
};

/**
 * Runs the steps of the groups, or all, one after the other, each with its time.
 * Errors: `Failure` at the first step that fails; the later ones do not run.
 * The first word can also be a check on demand; what follows it is that one's own.
 */
export async function check(groups, { signal, all = steps }) {
  const [first, ...rest] = groups;
  if (Object.hasOwn(onDemand, first ?? '')) return onDemand[first](rest, signal);
  const unknown = groups.find((group) => all.every((step) => step.group !== group));
  if (unknown)
    throw new Failure(
      `There is no check named "${unknown}"; there are ${[...new Set(all.map(({ group }) => group)), ...Object.keys(onDemand)].join(', ')}.`,
    );
  const startedAt = Date.now();
  const chosen = all.filter(({ group }) => groups.length === 0 || groups.includes(group));
  for (const { name, work } of chosen) {
    const stepStartedAt = Date.now();
    console.log(`• ${name} …`);
    try {
      await work(signal);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      throw new Failure(`✗ ${name} failed after ${since(stepStartedAt)}. ${error.message}`);
    }
    console.log(`✓ ${name} (${since(stepStartedAt)})`);
  }
  console.log(`\nAll of it passed in ${since(startedAt)}.`);
}

const since = (moment) => `${((Date.now() - moment) / 1000).toFixed(1)} s`;
