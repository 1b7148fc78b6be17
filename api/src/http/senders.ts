import type { IncomingMessage } from 'node:http';
import type { Principal } from '../access/principal';
import { addressOf, type Trust } from './origin';

/** How many connections that stay open, sockets and event streams together, one sender has at a time. */
export interface SenderLimits {
  ofAddress: number;
  /** Of a person, or of an API key. */
  ofAccount: number;
}

export type Leave = () => void;

/** Bounds what one sender keeps open. Answers how to leave again; null where it has as many as it may. */
export class Senders {
  private readonly addresses: Places;
  private readonly accounts: Places;

  constructor(
    { ofAddress, ofAccount }: SenderLimits,
    readonly isTrusted: Trust,
  ) {
    this.addresses = new Places(ofAddress);
    this.accounts = new Places(ofAccount);
  }

  enter(request: IncomingMessage): Leave | null {
    return this.addresses.enter(addressOf(request, this.isTrusted));
  }

  /** The operator, who is alone there, is not counted. */
  enterAs(principal: Principal | null): Leave | null {
    return principal === null || principal.kind === 'operator' ? () => undefined : this.accounts.enter(principal.id);
  }
}

/** Bounds how often each has something under way. */
export class Places {
  private readonly open = new Map<string, number>();

  constructor(private readonly atMost: number) {}

  enter(sender: string): Leave | null {
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
