import { newIdempotencyKey } from '../apollo/idempotency-key';
import { Drafts } from './drafts';
import { inOrder, type NewMessage, type OutgoingMessage, untried } from './outgoing-message';
import { nameOf, type OutboxStorage, openStorage, type Scope } from './storage';
import { TabChannel } from './tab-channel';

/**
 * What one person has written in one company and the API has not confirmed. It is on the page at once, and in storage a moment later, for
 * reloads, closed tabs and the person's other tabs, which hear of each change. Before it is opened it keeps all in memory.
 */
export class Outbox {
  readonly drafts: Drafts;
  /** The key of the one on its way from this tab. */
  sending: string | null = null;
  private current: readonly OutgoingMessage[] = [];
  /** What could not be stored. */
  private readonly unstored = new Map<string, OutgoingMessage>();
  private isOpen = false;
  private isDurable = true;
  private version = 0;
  private lastPosition = 0;
  private readonly listeners = new Set<() => void>();
  private readonly channel = new TabChannel();
  private begin: (storage: Promise<OutboxStorage>) => void = () => undefined;
  private readonly storage = new Promise<OutboxStorage>((begin) => {
    this.begin = begin;
  });

  constructor() {
    this.drafts = new Drafts(this.storage, this.channel);
  }

  /** Answers how to stop listening to other tabs. Only the first scope counts: another one needs an outbox of its own. */
  open(scope: Scope): () => void {
    if (!this.isOpen) this.begin(openStorage(scope));
    this.isOpen = true;
    void this.storage.then(({ isDurable }) => {
      this.isDurable = isDurable;
    });
    void this.refresh();
    void this.drafts.load();
    return this.channel.open(nameOf(scope), (news) =>
      news.draft ? this.drafts.hear(news.draft) : void this.refresh(),
    );
  }

  /** In their order. The same array for as long as nothing changes. */
  get messages(): readonly OutgoingMessage[] {
    return this.current;
  }

  /** Whether leaving the page would lose something, or leave it unsent. */
  get isUnfinished(): boolean {
    const isWaiting = this.current.some(({ problem }) => problem === null);
    return isWaiting || this.unstored.size > 0 || (!this.isDurable && this.current.length > 0);
  }

  add(message: NewMessage): void {
    this.lastPosition = Math.max(Date.now(), this.lastPosition + 1);
    const createdAt = new Date().toISOString();
    this.put({ ...message, ...untried, key: newIdempotencyKey(), createdAt, position: this.lastPosition });
  }

  /** Puts one back as it was, such as one that was discarded by mistake. */
  put(message: OutgoingMessage): void {
    this.store(message, (storage) => storage.putMessage(message));
    this.show([...this.current.filter(({ key }) => key !== message.key), message]);
  }

  /** Tries anew what was refused. Under a new key: the old one belongs to the refusal. */
  retry(message: OutgoingMessage): void {
    this.remove(message.key);
    this.put({ ...message, ...untried, key: newIdempotencyKey() });
  }

  change(key: string, change: Partial<OutgoingMessage>): void {
    const changed = this.current.find((message) => message.key === key);
    if (!changed) return;
    const next = { ...changed, ...change };
    this.store(next, (storage) => storage.changeMessage(key, change));
    this.show(this.current.map((message) => (message.key === key ? next : message)));
  }

  remove(key: string): void {
    this.unstored.delete(key);
    this.store(null, (storage) => storage.removeMessage(key));
    this.show(this.current.filter((message) => message.key !== key));
  }

  noteSending(key: string | null): void {
    this.sending = key;
    this.show(this.current);
  }

  /** Reads what other tabs have changed. */
  async refresh(): Promise<void> {
    const { version } = this;
    const stored = await (await this.storage).readMessages().catch(() => null);
    if (stored === null) return;
    // What was written meanwhile is not in this answer.
    if (version !== this.version) return this.refresh();
    const kept = stored.filter(({ key }) => !this.unstored.has(key));
    this.show([...kept, ...this.unstored.values()], version);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private show(messages: readonly OutgoingMessage[], version = this.version + 1): void {
    this.version = version;
    this.current = inOrder(messages);
    for (const listener of this.listeners) listener();
  }

  /** Comes before what it stores is shown: whoever is told may read the storage at once. */
  private store(message: OutgoingMessage | null, write: (storage: OutboxStorage) => Promise<unknown>): void {
    void this.storage
      .then(write)
      .then(() => this.channel.tell({}))
      .catch(() => message && this.unstored.set(message.key, message));
  }
}
