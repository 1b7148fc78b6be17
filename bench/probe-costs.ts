import { probes, sendProbe } from '../api/src/testing/probes';
import { medianOf, type World } from './access-world';
import type { ServedApi } from './served';
import { say } from './target';

/** CPU of the API. Units: milliseconds. */
const mostMs = 50;

/** Answers which hostile requests cost more, or are not refused. */
export async function measureProbes(api: ServedApi, { token, tenantId }: World): Promise<string[]> {
  say('\n| probe | status | CPU of the API, ms |\n|---|---|---|');
  const faults: string[] = [];
  for (const probe of probes) {
    const costs: number[] = [];
    let status = 0;
    for (let round = 0; round < 5; round += 1) {
      const before = await api.cpuMs();
      const answer = await sendProbe(api.url, probe, { authorization: `Bearer ${token}`, 'x-tenant-id': tenantId });
      await answer.arrayBuffer();
      status = answer.status;
      costs.push((await api.cpuMs()) - before);
    }
    // The first is as good as any for an attacker, but also the one that compiles.
    const cpuMs = medianOf(costs);
    say(`| ${probe.name} | ${status} | ${cpuMs.toFixed(1)} |`);
    if (status < 400 || status > 499) faults.push(`${probe.name}: answered with ${status}`);
    if (cpuMs > mostMs) faults.push(`${probe.name}: ${cpuMs.toFixed(0)} ms of CPU; at most ${mostMs}`);
  }
  return faults;
}
