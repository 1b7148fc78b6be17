import { randomUUID } from 'node:crypto';
import { LatestSubscription } from './latest-subscription';
import type { Mark } from './marks-wire';

/** Null for all there were. */
export interface Marked {
  ids: readonly string[] | null;
}

interface MarksOptions {
  /** To the other processes; what does not arrive is seen when a page counts again. */
  send(announced: Mark & { from: string }): Promise<void>;
  onFailure(error: unknown): void;
}

/**
 * What members mark as read, told to their own other screens in all processes, and to nobody else. One per process; nothing of it is written
 * down, since whoever comes later reads what is marked.
 */
export class Marks {
  private readonly processId = randomUUID();
  /** By tenant, then by member. */
  private readonly tenants = new Map<string, Map<string, Set<LatestSubscription<Marked>>>>();

  constructor(private readonly options: MarksOptions) {}

  get subscriberCount(): number {
    return this.all().length;
  }

  get tenantIds(): string[] {
    return [...this.tenants.keys()];
  }

  watch(tenantId: string, memberId: string): LatestSubscription<Marked> {
    const members = this.tenants.get(tenantId) ?? new Map<string, Set<LatestSubscription<Marked>>>();
    const own = members.get(memberId) ?? new Set();
    const subscription = new LatestSubscription<Marked>(
      null,
      () => {
        own.delete(subscription);
        if (own.size === 0) members.delete(memberId);
        if (members.size === 0) this.tenants.delete(tenantId);
      },
      both,
    );
    this.tenants.set(tenantId, members.set(memberId, own.add(subscription)));
    return subscription;
  }

  /** After the commit. Never waits and never fails the write. */
  tell(mark: Mark): void {
    this.deliver(mark);
    this.options.send({ ...mark, from: this.processId }).catch(this.options.onFailure);
  }

  hear({ from, ...mark }: Mark & { from: string }): void {
    if (from !== this.processId) this.deliver(mark);
  }

  /** Those who watch a tenant that was closed. */
  endOf(tenantId: string, reason: Error): void {
    for (const own of [...(this.tenants.get(tenantId)?.values() ?? [])]) for (const each of [...own]) each.end(reason);
  }

  async close(): Promise<void> {
    for (const each of this.all()) await each.return();
  }

  private deliver({ tenantId, memberId, ids }: Mark): void {
    for (const each of this.tenants.get(tenantId)?.get(memberId) ?? []) each.tell({ ids });
  }

  private all(): LatestSubscription<Marked>[] {
    return [...this.tenants.values()].flatMap((members) => [...members.values()].flatMap((own) => [...own]));
  }
}

const both = (earlier: Marked, later: Marked): Marked => ({
  ids: earlier.ids && later.ids && [...earlier.ids, ...later.ids],
});
