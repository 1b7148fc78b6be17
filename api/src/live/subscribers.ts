import { EventEmitter, on } from 'node:events';
import type { LiveEvent, LiveEventOf } from './events';
import type { TenantEvent } from './hint';

/** Who in this process waits for which tenant's events. */
export class Subscribers {
  private readonly emitter = new EventEmitter().setMaxListeners(0);

  deliver({ tenantId, event }: TenantEvent): void {
    this.emitter.emit(`${tenantId} ${event.type}`, event);
  }

  /** From now on, until the iterator is returned; events wait in it while the reader is busy. */
  subscribe<T extends LiveEvent['type']>(tenantId: string, type: T): AsyncIterableIterator<LiveEventOf<T>> {
    const source = on(this.emitter, `${tenantId} ${type}`);
    return {
      next: async () => {
        const { value, done } = await source.next();
        return done ? { value: undefined, done: true } : { value: value[0] as LiveEventOf<T>, done: false };
      },
      return: async () => {
        await source.return?.();
        return { value: undefined, done: true };
      },
      throw: async (error) => {
        await source.throw?.(error);
        return { value: undefined, done: true };
      },
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }

  get count(): number {
    const names = this.emitter.eventNames().filter((name) => name !== 'error');
    return names.reduce((sum, name) => sum + this.emitter.listenerCount(name), 0);
  }
}
