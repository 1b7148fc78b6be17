import 'reflect-metadata';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { SentStatement } from '../api/src/database/connection-budget';
import { startApi } from './target';

export interface Memory {
  /** What is reachable: after a collection. Units: bytes. */
  heap: number;
  /** Buffers outside of the heap. */
  external: number;
  rss: number;
}

export type ServedStatement = Pick<SentStatement, 'role' | 'over' | 'text'>;

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

/** The measured process: answers "cpu" with its CPU time so far, "statements" with what it sent since the last time, "memory", and ends on "stop". */
async function serve(databaseUrl: string): Promise<void> {
  const api = await startApi(databaseUrl);
  let statements: ServedStatement[] = [];
  const { budget } = api.app.tenancy;
  const { onStatement } = budget;
  budget.onStatement = (statement) => {
    const { role, over, text } = statement;
    statements.push({ role, over, text });
    onStatement(statement);
  };
  const answers: Record<string, () => object> = {
    cpu() {
      const { user, system } = process.cpuUsage();
      return { cpuMs: (user + system) / 1_000 };
    },
    memory(): Memory {
      collect();
      const { heapUsed, external, rss } = process.memoryUsage();
      return { heap: heapUsed, external, rss };
    },
    statements() {
      const sent = statements;
      statements = [];
      return sent;
    },
  };
  process.on('message', (message) => {
    const answer = answers[String(message)];
    if (answer) process.send?.(answer());
    if (message === 'stop') void api.stop().then(() => process.exit(0));
  });
  process.send?.({ url: api.url });
}

void serve(process.argv[2] ?? '');
