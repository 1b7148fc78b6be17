import { TaskFailure, type TaskWork } from '../task/tasks';

/** The smallest company goes first, and the others only where it comes through; a wave of which more fails ends the run. */
const caution = { canaries: 1, maxFailures: 10 };

const mostNamed = 5;

/** What operators read of it in the list of tasks. */
interface Told {
  summary: string;
}

/** Those that failed stay as they were and say why; a run that is begun anew finds fewer that are behind. */
export const migrateFleet: TaskWork = async ({ tenancy, report, signal }): Promise<Told> => {
  const { changed, failures, stopped } = await tenancy.fleet.migrate(({ done, total, slug }) => {
    report(done, total, slug);
    signal.throwIfAborted();
  }, caution);
  const summary = `${changed} companies were brought up to date`;
  if (failures.length === 0) return { summary: `${summary}.` };
  throw new TaskFailure(
    `${summary}, ${failures.length} were not: ${named(failures)}.${stopped === undefined ? '' : ` ${stopped}`}`,
  );
};

/** Holds each schema against what the migrations make. Changes nothing. */
export const verifyFleet: TaskWork = async ({ tenancy, report }): Promise<Told> => {
  report(0, null, 'Comparing schemas');
  const { checked, drifted } = await tenancy.drift.verify({ only: null, repair: false });
  const differing =
    drifted.length === 0 ? 'none of them differs' : `${drifted.length} of them differ: ${named(drifted)}`;
  return { summary: `${checked} companies were looked at, ${differing}.` };
};

const named = (companies: readonly { slug: string }[]): string =>
  companies
    .slice(0, mostNamed)
    .map(({ slug }) => slug)
    .join(', ') + (companies.length > mostNamed ? ' and others' : '');
