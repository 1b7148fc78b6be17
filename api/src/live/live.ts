import type { ConnectionBudget } from '../database/connection-budget';
import type { LiveEvent, LiveEventOf } from './events';
import { Listener } from './listener';
import { Notifier } from './notifier';
import { Subscribers } from './subscribers';

/** Events between processes: out through NOTIFY, in through LISTEN, also for the process's own. One per process. */
export class Live {
  private readonly subscribers = new Subscribers();
  private readonly notifier: Notifier;
  private readonly listener: Listener;

  constructor(budget: ConnectionBudget, onFailure: (error: unknown) => void) {
    this.notifier = new Notifier(budget, onFailure);
    this.listener = new Listener(budget.url, (event) => this.subscribers.deliver(event), onFailure);
  }

  open(): Promise<void> {
    return this.listener.open();
  }

  close(): Promise<void> {
    return this.listener.close();
  }

  publish(tenantId: string, events: LiveEvent[]): void {
    this.notifier.publish(tenantId, events);
  }

  subscribe<T extends LiveEvent['type']>(tenantId: string, type: T): AsyncIterableIterator<LiveEventOf<T>> {
    return this.subscribers.subscribe(tenantId, type);
  }

  get subscriberCount(): number {
    return this.subscribers.count;
  }
}
