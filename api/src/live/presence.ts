import { randomUUID } from 'node:crypto';
import { tooManyAtOnce } from '../graphql/errors';
import { LatestSubscription } from './latest-subscription';
import type { Announcement, RoomState } from './presence-wire';
import { Room, type Seen } from './room';

/** Units: milliseconds. What changes meanwhile goes out together: a process sends no more often, whatever its members do. */
const tellEveryMs = 1_500;
const firstAfterMs = 50;
const beatEveryMs = 10_000;
const lookEveryMs = 1_000;

/** Of one tenant in one process. */
export const mostRooms = 2_000;

interface PresenceOptions {
  /** To the other processes; what does not arrive is made up for by the next beat. */
  send(announcement: Announcement): Promise<void>;
  onFailure(error: unknown): void;
  now?: () => number;
}

const nobody: Seen = { viewerIds: [], typingIds: [] };

/**
 * Who has which conversation open, in all processes: each tells the others of its own people, when that changes and every ten seconds. What is
 * not repeated runs out. One per process; nothing of it is written down.
 */
export class Presence {
  private readonly processId = randomUUID();
  /** By tenant, then by conversation. */
  private readonly tenants = new Map<string, Map<string, Room>>();
  private readonly subscriptions = new Map<Room, Set<LatestSubscription<Seen>>>();
  private readonly shown = new WeakMap<Room, string>();
  private readonly timers: NodeJS.Timeout[] = [];
  private telling: NodeJS.Timeout | null = null;
  private toldAt = 0;
  private silent = 0;
  private readonly now: () => number;

  constructor(private readonly options: PresenceOptions) {
    this.now = options.now ?? Date.now;
  }

  open(): void {
    this.timers.push(
      setInterval(() => this.look(), lookEveryMs).unref(),
      setInterval(() => this.beat(), beatEveryMs).unref(),
    );
  }

  /** The others hear that nobody is here any more. */
  async close(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    for (const set of this.subscriptions.values()) for (const each of [...set]) await each.return();
    if (this.telling) clearTimeout(this.telling);
    await this.tell();
  }

  get subscriberCount(): number {
    let sum = this.silent;
    for (const set of this.subscriptions.values()) sum += set.size;
    return sum;
  }

  get tenantIds(): string[] {
    return [...new Set([...this.subscriptions.keys()].map(({ tenantId }) => tenantId))];
  }

  /** Whoever watches is there as long as they do; without an account, they only watch. Errors: `TOO_MANY_REQUESTS`. */
  watch(tenantId: string, conversationId: string, accountId: string | null): LatestSubscription<Seen> {
    const room = this.room(tenantId, conversationId);
    if (!room) throw tooManyAtOnce('conversations open');
    if (accountId) room.enter(accountId);
    const subscription = new LatestSubscription<Seen>(room.seen(this.now()), () => {
      this.subscriptions.get(room)?.delete(subscription);
      if (this.subscriptions.get(room)?.size === 0) this.subscriptions.delete(room);
      if (accountId) room.leave(accountId);
      this.changed(room);
    });
    this.subscriptions.set(room, (this.subscriptions.get(room) ?? new Set()).add(subscription));
    this.changed(room);
    return subscription;
  }

  /** What is not there is watched like what never changes. */
  watchNothing(): LatestSubscription<Seen> {
    this.silent += 1;
    return new LatestSubscription<Seen>(null, () => {
      this.silent -= 1;
    });
  }

  type(tenantId: string, conversationId: string, accountId: string, isTyping: boolean): void {
    const room = this.room(tenantId, conversationId);
    room?.type(accountId, isTyping, this.now());
    if (room) this.changed(room);
  }

  seen(tenantId: string, conversationId: string): Seen {
    return this.tenants.get(tenantId)?.get(conversationId)?.seen(this.now()) ?? nobody;
  }

  hear({ from, rooms }: Announcement): void {
    if (from === this.processId) return;
    for (const state of rooms) {
      const room = this.room(state.tenantId, state.conversationId);
      room?.hear(from, state, this.now());
      if (room) this.changed(room);
    }
  }

  /** Those who watch a tenant that was closed. */
  endOf(tenantId: string, reason: Error): void {
    for (const [room, set] of this.subscriptions) {
      if (room.tenantId === tenantId) for (const each of [...set]) each.end(reason);
    }
  }

  /** Null where the tenant has as many as it may. */
  private room(tenantId: string, conversationId: string): Room | null {
    const rooms = this.tenants.get(tenantId) ?? new Map<string, Room>();
    const known = rooms.get(conversationId);
    if (known) return known;
    if (rooms.size >= mostRooms) return null;
    const room = new Room(tenantId, conversationId);
    this.tenants.set(tenantId, rooms.set(conversationId, room));
    return room;
  }

  private changed(room: Room): void {
    const set = this.subscriptions.get(room);
    if (set) {
      const seen = room.seen(this.now());
      const text = JSON.stringify(seen);
      // Whoever has just come has been told already.
      if (this.shown.get(room) !== text) for (const each of set) each.tell(seen);
      this.shown.set(room, text);
    }
    if (room.isUntold) this.tellSoon();
    else this.forgetEmpty(room);
  }

  private forgetEmpty(room: Room): void {
    if (!room.isEmpty || this.subscriptions.has(room)) return;
    const rooms = this.tenants.get(room.tenantId);
    rooms?.delete(room.conversationId);
    if (rooms?.size === 0) this.tenants.delete(room.tenantId);
  }

  private look(): void {
    for (const room of this.rooms()) {
      room.expire(this.now());
      this.changed(room);
    }
  }

  private beat(): void {
    for (const room of this.rooms()) if (room.isOpenHere) room.isUntold = true;
    this.tellSoon();
  }

  private rooms(): Room[] {
    return [...this.tenants.values()].flatMap((rooms) => [...rooms.values()]);
  }

  private tellSoon(): void {
    if (this.telling) return;
    const inMs = Math.max(firstAfterMs, this.toldAt + tellEveryMs - this.now());
    this.telling = setTimeout(() => {
      this.telling = null;
      void this.tell();
    }, inMs).unref();
  }

  private async tell(): Promise<void> {
    this.toldAt = this.now();
    const untold = this.rooms().filter(({ isUntold }) => isUntold);
    const rooms: RoomState[] = untold.map((room) => room.announce(this.now()));
    for (const room of untold) this.forgetEmpty(room);
    if (rooms.length > 0) await this.options.send({ from: this.processId, rooms }).catch(this.options.onFailure);
  }
}
