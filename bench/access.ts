import { ask, type Headers, medianOf, newWorld, type World } from './access-world';
import { measureProbes } from './probe-costs';
import { measureRefusals } from './refusals';
import { type ServedApi, serveApi } from './served';
import { say, withClient } from './target';

export interface AccessOptions {
  rounds: number;
  requests: number;
}

/** Times the CPU of a request that asks nobody who they are. */
const mostAccess = 1.1;

/** Errors: where a limit is passed. */
export async function measureAccess(url: string, options: AccessOptions): Promise<void> {
  const api = await serveApi(url);
  try {
    const world = await withClient(url, (client) => newWorld(api, client));
    const faults = [
      ...(await measureCost(api, world, options)),
      ...(await measureRefusals(api, world, options)),
      ...(await measureProbes(api, world)),
    ];
    if (faults.length > 0) throw new Error(faults.join('\n'));
  } finally {
    await api.stop();
  }
}

/** The same requests by somebody who has signed in and by the operator of an open door, in turn. */
async function measureCost(api: ServedApi, { token, tenantId, contactId }: World, { rounds, requests }: AccessOptions) {
  const doors: [string, Headers][] = [
    ['nobody is asked', {}],
    ['signed in', { authorization: `Bearer ${token}` }],
  ];
  const documents = [
    ['one contact', `{ contact(id: "${contactId}") { id name email company createdAt } }`],
    ['a list of contacts', '{ contacts(first: 25) { nodes { id name email company createdAt } } }'],
  ] as const;
  say('\n| request | door | CPU of the API, ms | statements |\n|---|---|---|---|');
  const faults: string[] = [];
  for (const [what, document] of documents) {
    const costs = doors.map(() => [] as number[]);
    const statements = doors.map(() => 0);
    for (let round = -1; round < rounds; round += 1) {
      for (const [at, [, headers]] of doors.entries()) {
        await api.statements();
        const before = await api.cpuMs();
        for (let n = 0; n < requests; n += 8)
          await Promise.all(
            Array.from({ length: 8 }, () => ask(api, document, { ...headers, 'x-tenant-id': tenantId })),
          );
        const cpuMs = ((await api.cpuMs()) - before) / requests;
        if (round < 0) continue;
        costs[at]?.push(cpuMs);
        statements[at] = (await api.statements()).length / requests;
      }
    }
    const [open = 0, closed = 0] = costs.map(medianOf);
    for (const [at, [door]] of doors.entries())
      say(`| ${what} | ${door} | ${[open, closed][at]?.toFixed(3)} | ${statements[at]?.toFixed(2)} |`);
    const ratio = closed / open;
    say(`${what}: access takes ${ratio.toFixed(2)} times the CPU`);
    if (ratio > mostAccess)
      faults.push(`${what}: access takes ${ratio.toFixed(2)} times the CPU; at most ${mostAccess}`);
  }
  return faults;
}
