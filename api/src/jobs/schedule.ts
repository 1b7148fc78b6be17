import { LRUCache } from 'lru-cache';
import type { JobStore } from './job-store';

/** Jobs to come, as requests ask for them: what this process has asked for already costs no statement. */
export class Schedule {
  private readonly known = new LRUCache<string, true>({ max: 20_000 });

  constructor(private readonly store: JobStore) {}

  async add(kind: string, tenantId: string, dueAt: Date): Promise<void> {
    const key = `${kind} ${tenantId} ${dueAt.getTime()}`;
    if (this.known.has(key)) return;
    await this.store.schedule(kind, tenantId, dueAt);
    this.known.set(key, true);
  }
}
