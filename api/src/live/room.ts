import type { RoomState } from './presence-wire';

/** Who is at a conversation; in an order of their own. */
export interface Seen {
  viewerIds: string[];
  typingIds: string[];
}

/** Units: milliseconds. Who types says so again and again; a process that says nothing for so long is gone. */
export const typingForMs = 6_000;
export const staleAfterMs = 25_000;

interface Local {
  /** Subscriptions of the person in this process. */
  open: number;
  typingUntil: number;
}

interface Remote {
  /** By viewer: until when they type. */
  viewers: Map<string, number>;
  until: number;
}

/** One conversation, as this process knows who is at it. Nothing of it is kept anywhere. */
export class Room {
  /** Whether other processes are still to be told. */
  isUntold = false;
  private readonly local = new Map<string, Local>();
  private readonly remote = new Map<string, Remote>();
  private readonly stopped = new Set<string>();

  constructor(
    readonly tenantId: string,
    readonly conversationId: string,
  ) {}

  get isEmpty(): boolean {
    return this.local.size === 0 && this.remote.size === 0 && !this.isUntold;
  }

  get isOpenHere(): boolean {
    return this.local.size > 0;
  }

  enter(accountId: string): void {
    const known = this.ofLocal(accountId);
    known.open += 1;
    if (known.open === 1) this.isUntold = true;
  }

  leave(accountId: string): void {
    const known = this.ofLocal(accountId);
    known.open -= 1;
    if (known.open > 0) return;
    // Whoever has closed the window types no more.
    this.local.delete(accountId);
    this.isUntold = true;
  }

  /** Who types is here, whichever process their window has its socket with. */
  type(accountId: string, isTyping: boolean, now: number): void {
    if (!isTyping) {
      this.stop(accountId);
      this.stopped.add(accountId);
    } else {
      this.ofLocal(accountId).typingUntil = now + typingForMs;
      this.stopped.delete(accountId);
    }
    this.isUntold = true;
  }

  hear(from: string, { viewers, typing, stopped }: RoomState, now: number): void {
    for (const accountId of stopped) this.stop(accountId);
    if (viewers.length === 0) {
      this.remote.delete(from);
      return;
    }
    const until = (accountId: string) => (typing.includes(accountId) ? now + typingForMs : 0);
    this.remote.set(from, {
      viewers: new Map(viewers.map((accountId) => [accountId, until(accountId)])),
      until: now + staleAfterMs,
    });
  }

  /** Forgets what has run out. */
  expire(now: number): void {
    for (const [accountId, { open, typingUntil }] of this.local) {
      if (typingUntil === 0 || typingUntil > now) continue;
      this.ofLocal(accountId).typingUntil = 0;
      if (open === 0) this.local.delete(accountId);
      this.isUntold = true;
    }
    for (const [from, { until }] of this.remote) if (until <= now) this.remote.delete(from);
  }

  /** What this process has to say of it. */
  announce(now: number): RoomState {
    const { tenantId, conversationId } = this;
    const viewers = [...this.local.keys()];
    const typing = viewers.filter((accountId) => (this.local.get(accountId)?.typingUntil ?? 0) > now);
    const stopped = [...this.stopped];
    this.stopped.clear();
    this.isUntold = false;
    return { tenantId, conversationId, viewers, typing, stopped };
  }

  seen(now: number): Seen {
    const until = new Map<string, number>();
    const add = (accountId: string, typingUntil: number) =>
      until.set(accountId, Math.max(typingUntil, until.get(accountId) ?? 0));
    for (const [accountId, { typingUntil }] of this.local) add(accountId, typingUntil);
    for (const { viewers } of this.remote.values()) for (const [id, typingUntil] of viewers) add(id, typingUntil);
    const viewerIds = [...until.keys()].sort();
    return { viewerIds, typingIds: viewerIds.filter((id) => (until.get(id) ?? 0) > now) };
  }

  private ofLocal(accountId: string): Local {
    const known = this.local.get(accountId) ?? { open: 0, typingUntil: 0 };
    this.local.set(accountId, known);
    return known;
  }

  private stop(accountId: string): void {
    const known = this.local.get(accountId);
    if (known) known.typingUntil = 0;
    if (known?.open === 0) this.local.delete(accountId);
    for (const { viewers } of this.remote.values()) if (viewers.has(accountId)) viewers.set(accountId, 0);
  }
}
