import type { ConnectionBudget } from '../database/connection-budget';

/** What opens something until a time, and is of no use after it. */
const expiring = [
  'sessions',
  'invitations',
  'password_resets',
  'sign_in_links',
  'passkey_challenges',
  'single_sign_on_attempts',
];

const everyMs = 3_600_000;

/** Takes away what has expired. Nothing waits for it: whatever is asked for is asked whether it is still good. */
export class Housekeeping {
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly budget: ConnectionBudget) {}

  start(onTrouble: (error: unknown) => void): void {
    this.timer = setInterval(() => void this.tidy().catch(onTrouble), everyMs);
    this.timer.unref();
  }

  async tidy(): Promise<void> {
    for (const table of expiring) await this.budget.query(`delete from public.${table} where expires_at < now()`);
  }

  close(): void {
    if (this.timer) clearInterval(this.timer);
  }
}
