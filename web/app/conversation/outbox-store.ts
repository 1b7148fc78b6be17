import { useSyncExternalStore } from 'react';
import { type OutgoingMessage, parseOutbox } from './outbox';
import { readSessionText, writeSessionText } from './session-text';

const storageKey = (conversationId: string) => `outbox:${conversationId}`;

const nothing: readonly OutgoingMessage[] = [];

/**
 * What is being sent, and what could not be, by conversation. It outlives the thread on the screen: a message on its way arrives,
 * or stays to be tried again, wherever the person has gone meanwhile; and it is kept over a reload.
 */
export class OutboxStore {
  private readonly boxes = new Map<string, readonly OutgoingMessage[]>();
  private readonly queues = new Map<string, Promise<void>>();
  private readonly listeners = new Set<() => void>();

  of(conversationId: string): readonly OutgoingMessage[] {
    const known = this.boxes.get(conversationId);
    if (known) return known;
    const kept = parseOutbox(readSessionText(storageKey(conversationId)));
    this.boxes.set(conversationId, kept);
    return kept;
  }

  change(conversationId: string, next: (box: readonly OutgoingMessage[]) => readonly OutgoingMessage[]): void {
    const box = next(this.of(conversationId));
    this.boxes.set(conversationId, box);
    writeSessionText(storageKey(conversationId), box.length > 0 ? JSON.stringify(box) : null);
    for (const listener of this.listeners) listener();
  }

  /** One after the other, so that two quick messages keep their order. */
  enqueue(conversationId: string, send: () => Promise<void>): Promise<void> {
    const sent = (this.queues.get(conversationId) ?? Promise.resolve()).then(send);
    this.queues.set(conversationId, sent);
    return sent;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
}

/** One a page, since a page has one person. The server never writes to it. */
export const outbox = new OutboxStore();

export const useOutbox = (conversationId: string): readonly OutgoingMessage[] =>
  useSyncExternalStore(
    outbox.subscribe,
    () => outbox.of(conversationId),
    () => nothing,
  );
