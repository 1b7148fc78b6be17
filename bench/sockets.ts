import { schemaNameFrom } from '../api/src/tenancy/schema-name';
import { measureFanOut } from './fan-out';
import { measureIdleSockets } from './idle-sockets';
import { serveApi } from './served';
import { measureSlowClient } from './slow-client';
import { say } from './target';
import { newThreads } from './writers';

export interface SocketsOptions {
  idle: number;
  listening: number;
}

/** What many sockets cost, and what one does that stops reading. Errors: names what is beyond the limits. */
export async function measureSockets(databaseUrl: string, { idle, listening }: SocketsOptions): Promise<void> {
  const apis = [await serveApi(databaseUrl), await serveApi(databaseUrl)] as const;
  try {
    const [quiet, , busy] = await newThreads(apis[0].url, 2);
    if (!quiet || !busy) throw new Error('expected two conversations');
    await measureIdleSockets(databaseUrl, quiet.tenantId, idle);
    const faults = await measureFanOut(apis, quiet, schemaNameFrom(quiet.tenantId), listening);
    faults.push(...(await measureSlowClient(apis[1], busy)));
    if (faults.length > 0) throw new Error(`Missed:\n${faults.join('\n')}`);
    say('\nNobody is held up, and nothing piles up.');
  } finally {
    await Promise.all(apis.map((api) => api.stop()));
  }
}
