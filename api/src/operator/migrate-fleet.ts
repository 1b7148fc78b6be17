import { TaskFailure, type TaskWork } from '../task/tasks';

/** Those that failed stay as they were and say why; a run that is begun anew finds fewer that are behind. */
export const migrateFleet: TaskWork = async ({ tenancy, report, signal }) => {
  const { changed, failures } = await tenancy.fleet.migrate(({ done, total, slug }) => {
    report(done, total, slug);
    signal.throwIfAborted();
  });
  if (failures.length > 0)
    throw new TaskFailure(
      `${changed} companies were brought up to date, ${failures.length} were not: ${failures
        .slice(0, 5)
        .map(({ slug }) => slug)
        .join(', ')}${failures.length > 5 ? ' and others' : ''}.`,
    );
  return { changed };
};
