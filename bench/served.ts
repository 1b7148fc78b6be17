import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { Memory, ServedStatement } from './serve';

/** The API in a process of its own that answers what is measured there, so that none of it is mixed with the client's. */
export interface ServedApi {
  url: string;
  pid: number;
  cpuMs(): Promise<number>;
  memory(): Promise<Memory>;
  /** What was sent to the database since it was asked for the last time. */
  statements(): Promise<ServedStatement[]>;
  stop(): Promise<void>;
}

export async function serveApi(databaseUrl: string): Promise<ServedApi> {
  const child = fork(require.resolve('./serve'), [databaseUrl], { execArgv: ['-r', '@swc-node/register'] });
  const answerTo = async <Answer>(question?: string): Promise<Answer> => {
    const answered = once(child, 'message');
    if (question) child.send(question);
    const [answer] = (await answered) as [Answer];
    return answer;
  };
  const { url } = await answerTo<{ url: string }>();
  return {
    url,
    pid: child.pid ?? 0,
    cpuMs: async () => (await answerTo<{ cpuMs: number }>('cpu')).cpuMs,
    memory: () => answerTo<Memory>('memory'),
    statements: () => answerTo<ServedStatement[]>('statements'),
    async stop() {
      child.send('stop');
      await once(child, 'exit');
    },
  };
}
