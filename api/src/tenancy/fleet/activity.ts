import { LRUCache } from 'lru-cache';
import type { ConnectionBudget } from '../../database/connection-budget';

/** Units: milliseconds. A tenant's row is written once an hour at most, however busy it is. */
const [writeEveryMs, rememberMs] = [60_000, 3_600_000];

/**
 * Which tenants are at work: `tenants.last_active_at`, right to an hour. Noted in memory with each operation, and written for all of them
 * in one statement a minute. What a process that is killed had noted is lost, which is all that can be lost.
 */
export class Activity {
  private readonly written = new LRUCache<string, true>({ max: 100_000, ttl: rememberMs });
  private noted = new Set<string>();
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly budget: ConnectionBudget) {}

  note(tenantId: string): void {
    if (!this.written.has(tenantId)) this.noted.add(tenantId);
  }

  start(): void {
    // Where the database is away, what was noted waits for the next time.
    this.timer = setInterval(() => void this.write().catch(() => undefined), writeEveryMs);
    this.timer.unref();
  }

  close(): void {
    if (this.timer) clearInterval(this.timer);
  }

  async write(): Promise<void> {
    const ids = [...this.noted];
    if (ids.length === 0) return;
    // A row that a migration holds is passed over, and written with the tenant's next operation.
    await this.budget.run(
      `update public.tenants set last_active_at = now() where id in (
         select id from public.tenants where id = any($1::uuid[]) and (last_active_at is null or last_active_at < now() - interval '1 hour')
         for no key update skip locked)`,
      [ids],
    );
    for (const id of ids) {
      this.noted.delete(id);
      this.written.set(id, true);
    }
  }
}
