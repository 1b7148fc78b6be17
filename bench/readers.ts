import { setTimeout as sleep } from 'node:timers/promises';
import { seqFrom } from '../api/src/events/cursor';
import { type Door, doors, type Heard } from './doors';

const comeBackMs = 20;
const longestUntilCutMs = 10;

export interface Reading {
  door: keyof typeof doors;
  url: string;
  tenantId: string;
  /** How often its connection is cut, at random moments while so many events arrive. */
  cuts: number;
  events: number;
}

/** Reads a tenant's events through one door, and goes on with the cursor of the last one wherever its connection ends. */
export class Reader {
  readonly heard: Heard[] = [];
  cuts = 0;
  connections = 0;
  private isStopping = false;
  private connection = new AbortController();
  private readonly cutAt: Set<number>;
  private readonly reading: Promise<void>;

  constructor(readonly of: Reading) {
    const { cuts, events } = of;
    // One in each of so many equal parts.
    this.cutAt = new Set(Array.from({ length: cuts }, (_, i) => Math.ceil(((i + Math.random()) * events) / cuts)));
    this.reading = this.read(doors[of.door]);
  }

  get name(): string {
    const { door, url, tenantId } = this.of;
    return `${door} at ${new URL(url).port} of ${tenantId}`;
  }

  get seq(): number {
    return seqFrom(this.heard.at(-1)?.cursor ?? '') ?? 0;
  }

  /** Resolves when it has come so far, or the time is over. */
  async reaches(seq: number, withinMs: number): Promise<void> {
    for (const until = Date.now() + withinMs; this.seq < seq; await sleep(20)) {
      if (Date.now() > until) return;
    }
  }

  async stop(): Promise<void> {
    this.isStopping = true;
    this.connection.abort();
    await this.reading;
  }

  private async read(door: Door): Promise<void> {
    const { url, tenantId } = this.of;
    while (!this.isStopping) {
      this.connection = new AbortController();
      const { signal } = this.connection;
      this.connections += 1;
      try {
        const after = this.heard.at(-1)?.cursor ?? null;
        for await (const heard of door({ url, tenantId, after, signal })) {
          // What was on its way when the connection was cut comes again: its reader never had it.
          if (signal.aborted) break;
          this.hear(heard);
        }
      } catch {
        // Cut, or nobody there: the next connection goes on where this one was.
      }
      if (!this.isStopping) await sleep(comeBackMs);
    }
  }

  private hear(heard: Heard): void {
    this.heard.push(heard);
    if (!this.cutAt.delete(this.heard.length)) return;
    this.cuts += 1;
    const { connection } = this;
    setTimeout(() => connection.abort(), Math.random() * longestUntilCutMs);
  }
}
