import type { IncomingMessage } from 'node:http';

/** Bounds how many connections that stay open, sockets and event streams together, one address has at a time. */
export class Senders {
  private readonly open = new Map<string, number>();

  constructor(private readonly atMost: number) {}

  /** Answers how to leave again; null where the address has as many as it may. */
  enter(request: IncomingMessage): (() => void) | null {
    const sender = senderOf(request);
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

/** The web server, on this machine, says whom it passes on; nobody else is believed. */
function senderOf({ socket, headers }: IncomingMessage): string {
  const peer = socket.remoteAddress ?? '';
  const passedOn = headers['x-forwarded-for'];
  const isOurs = peer === '::1' || peer.endsWith('127.0.0.1');
  return isOurs && typeof passedOn === 'string' ? (passedOn.split(',').at(-1)?.trim() ?? peer) : peer;
}
