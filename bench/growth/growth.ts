import { withInterruption } from '../queries/queries';
import { say } from '../target';
import { type Cell, measureSeries, type Plan, type Sized } from './measure';
import { faultsIn, print } from './report';
import type { Shape } from './rows';
import { type Site, startSite } from './site';

export interface GrowthOptions {
  tenants: number[];
  messages: number[];
  connections: number[];
  rounds: number;
  ms: number;
}

/** A page of a list is full, and a page of a conversation, at any size. */
const ofTenant: Shape = { contacts: 25, messagesEach: 10 };
const messagesEach = 25;

/** Whether p50 stays where it is while there are more tenants, and more messages in one. Errors: names what grows beyond the limit. */
export async function measureGrowth({ tenants, messages, ...rest }: GrowthOptions): Promise<void> {
  const faults: string[] = [];
  await withInterruption(async (signal) => {
    const plan = { ...rest, signal };
    const cells = [...(await byTenants(tenants, plan)), ...(await byMessages(messages, plan))];
    faults.push(...faultsIn(cells));
  });
  if (faults.length > 0) throw new Error(`Missed:\n${faults.join('\n')}`);
  say('\nNothing takes longer where there is more.');
}

/** A server for each size, all at once: roles and catalogues are a server's own. */
async function byTenants(tenants: readonly number[], plan: Plan): Promise<Cell[]> {
  const sites: Site[] = [];
  try {
    for (const count of tenants)
      sites.push(await startSite(`${count}-tenants`, Array<Shape>(count).fill(ofTenant), plan.signal));
    const sizedBy = (nextOf: (site: Site) => () => number): Sized[] =>
      sites.map((site, i) => ({ size: tenants[i] ?? 0, site, nextPlace: nextOf(site) }));
    const one = sizedBy((site) => () => Math.floor(site.places.length / 2));
    const random = sizedBy((site) => () => Math.floor(Math.random() * site.places.length));
    const cells = [
      ...(await measureSeries({ name: 'tenants, one of them asked', sizes: one }, plan)),
      ...(await measureSeries({ name: 'tenants, each request at random', sizes: random }, plan)),
    ];
    print(cells, tenants);
    return cells;
  } finally {
    await Promise.all(sites.map((site) => site.stop()));
  }
}

/** Tenants of one server, side by side. */
async function byMessages(messages: readonly number[], plan: Plan): Promise<Cell[]> {
  const shapes = messages.map((count) => ({ contacts: Math.ceil(count / messagesEach), messagesEach }));
  const site = await startSite('messages', shapes, plan.signal);
  try {
    const sizes = messages.map((size, place) => ({ size, site, nextPlace: () => place }));
    const cells = await measureSeries({ name: 'messages of the tenant', sizes }, plan);
    print(cells, messages);
    return cells;
  } finally {
    await site.stop();
  }
}
