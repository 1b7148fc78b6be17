import type { IncomingMessage } from 'node:http';
import { addressOf } from './origin';

/** Bounds how many connections that stay open, sockets and event streams together, one address has at a time. */
export class Senders {
  private readonly open = new Map<string, number>();

  constructor(private readonly atMost: number) {}

  /** Answers how to leave again; null where the address has as many as it may. */
  enter(request: IncomingMessage): (() => void) | null {
    const sender = addressOf(request);
    const count = this.open.get(sender) ?? 0;
    if (count >= this.atMost) return null;
    this.open.set(sender, count + 1);
    let isIn = true;
    return () => {
      if (!isIn) return;
      isIn = false;
      const left = (this.open.get(sender) ?? 1) - 1;
      if (left > 0) this.open.set(sender, left);
      else this.open.delete(sender);
    };
  }
}
