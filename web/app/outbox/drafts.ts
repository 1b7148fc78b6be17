import type { OutboxStorage } from './storage';
import type { News, TabChannel } from './tab-channel';

/** Of a conversation: what goes to its contact, or its note; and what either was when the API had the same. */
export const draftKey = (conversationId: string, isNote: boolean): string =>
  isNote ? `${conversationId}#note` : conversationId;
export const agreedKey = (key: string): string => `${key}#agreed`;

/** What is written and not sent yet, by conversation or what stands beside one, kept over reloads and closed tabs and shared by all tabs. */
export class Drafts {
  /** Whether what was stored has been read. */
  isLoaded = false;
  private readonly texts = new Map<string, string>();
  private readonly listeners = new Set<() => void>();
  private readonly storage: Promise<OutboxStorage>;
  private readonly channel: TabChannel;

  constructor(storage: Promise<OutboxStorage>, channel: TabChannel) {
    this.storage = storage;
    this.channel = channel;
  }

  of(conversationId: string): string {
    return this.texts.get(conversationId) ?? '';
  }

  write(conversationId: string, text: string): void {
    this.show(conversationId, text);
    void this.storage
      .then((storage) => storage.putDraft(conversationId, text))
      .then(() => this.channel.tell({ draft: { conversationId, text } }))
      // What cannot be stored stays on the page.
      .catch(() => undefined);
  }

  async load(): Promise<void> {
    const typedBefore = new Map(this.texts);
    const stored = await (await this.storage).readDrafts().catch(() => new Map<string, string>());
    for (const [conversationId, text] of stored) {
      if (!this.texts.has(conversationId)) this.show(conversationId, text);
    }
    // Typed before the stored text was there: both are kept.
    for (const [conversationId, typed] of typedBefore) {
      const text = stored.get(conversationId);
      if (text && typed && !typed.startsWith(text)) this.write(conversationId, `${text} ${this.of(conversationId)}`);
    }
    this.isLoaded = true;
    this.tell();
  }

  /** Another tab's. */
  hear({ conversationId, text }: NonNullable<News['draft']>): void {
    this.show(conversationId, text);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private show(conversationId: string, text: string): void {
    this.texts.set(conversationId, text);
    this.tell();
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}
