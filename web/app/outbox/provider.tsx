import { createContext, type ReactNode, useContext, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useLiveState } from '../apollo/provider';
import { wakeUps } from '../apollo/wake-ups';
import { Outbox } from './outbox';

import type { OutgoingMessage } from './outgoing-message';
import { type Deliver, Sender } from './sender';
import { nameOf } from './storage';
import { isUnsentGivenUp } from './unsent';

interface OutboxOfPage {
  outbox: Outbox;
  /** Tries all that waits at once. */
  sendNow: () => void;
}

const OutboxContext = createContext<OutboxOfPage | null>(null);

interface OutboxProviderProps {
  /** Undefined until it is known: what is written until then waits in memory. */
  tenantId: string | undefined;
  /** Whose words they are; undefined as above. */
  account: string | undefined;
  deliver: Deliver;
  children: ReactNode;
}

/** Keeps what is written below, and sends it. Give it the company as `key`: it serves one for all its life. */
export function OutboxProvider({ tenantId, account, deliver, children }: OutboxProviderProps) {
  const [outbox] = useState(() => new Outbox());
  const sender = useRef<Sender>(null);
  const [sendNow] = useState(() => () => sender.current?.wake());
  const live = useLiveState();

  useEffect(() => {
    if (tenantId === undefined || account === undefined) return;
    const scope = { tenantId, account };
    const close = outbox.open(scope);
    sender.current = new Sender(outbox, deliver, nameOf(scope));
    const stop = sender.current.start();
    const waking = wakeUps().subscribe(sendNow);
    return () => {
      waking.unsubscribe();
      stop();
      close();
    };
  }, [outbox, tenantId, account, deliver, sendNow]);
  useEffect(() => {
    if (live === 'live') sendNow();
  }, [live, sendNow]);
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (outbox.isUnfinished && !isUnsentGivenUp()) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [outbox]);

  const [value] = useState({ outbox, sendNow });
  return <OutboxContext value={value}>{children}</OutboxContext>;
}

export function useOutbox(): OutboxOfPage {
  const value = useContext(OutboxContext);
  if (!value) throw new Error('Expected an <OutboxProvider> above this component; there is none.');
  return value;
}

const nothing: readonly OutgoingMessage[] = [];

/** All that is not confirmed, in its order, in all conversations. */
export function useOutgoingMessages(): readonly OutgoingMessage[] {
  const { outbox } = useOutbox();
  return useSyncExternalStore(
    outbox.subscribe,
    () => outbox.messages,
    () => nothing,
  );
}

/** What is written and not sent yet in a conversation. */
export function useDraft(conversationId: string): [text: string, setText: (text: string) => void] {
  const { drafts } = useOutbox().outbox;
  // The server knows no drafts.
  const text = useSyncExternalStore(
    drafts.subscribe,
    () => drafts.of(conversationId),
    () => '',
  );
  return [text, (next) => drafts.write(conversationId, next)];
}

/** Whether what was stored by an earlier page is known: until then, an empty draft means nothing. */
export function useAreDraftsLoaded(): boolean {
  const { drafts } = useOutbox().outbox;
  return useSyncExternalStore(
    drafts.subscribe,
    () => drafts.isLoaded,
    () => false,
  );
}
