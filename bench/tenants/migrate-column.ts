import { jobs, withPrograms } from './column';

/** A run that may be killed. It tells whoever forked it how far it is. */
withPrograms(process.env['DATABASE_URL'] ?? '', (_now, next) =>
  next.fleet.migrate(({ done }) => void process.send?.(done), { jobs, maxFailures: 10 }),
).then(
  () => process.disconnect(),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
