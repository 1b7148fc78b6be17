import 'reflect-metadata';
import { startApi } from './target';

/** The measured process: answers "cpu" with its CPU time so far, and ends on "stop". */
async function serve(databaseUrl: string): Promise<void> {
  const api = await startApi(databaseUrl);
  process.on('message', (message) => {
    if (message === 'cpu') {
      const { user, system } = process.cpuUsage();
      process.send?.({ cpuMs: (user + system) / 1_000 });
    }
    if (message === 'stop') void api.stop().then(() => process.exit(0));
  });
  process.send?.({ url: api.url });
}

void serve(process.argv[2] ?? '');
