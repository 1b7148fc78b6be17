import { createContext, type ReactNode, useContext, useMemo, useSyncExternalStore } from 'react';

interface Clock {
  /** Epoch milliseconds at which the server rendered the page. */
  renderedAt: number;
  /** The person's IANA time zone as far as the server knows it. */
  timeZone: string;
}

const tickMs = 15_000;

const ClockContext = createContext<Clock>({ renderedAt: 0, timeZone: 'UTC' });

/** What time it is and where: during hydration as the server saw it, so that both render the same text, and right after as the browser sees it. */
export function ClockProvider({ clock, children }: { clock: Clock; children: ReactNode }) {
  const { renderedAt } = clock;
  // Asked once here: to ask it for each time on a page took longer than all else about a message.
  const timeZone = useSyncExternalStore(subscribeToNothing, browserTimeZone, () => clock.timeZone);
  const value = useMemo(() => ({ renderedAt, timeZone }), [renderedAt, timeZone]);
  return <ClockContext value={value}>{children}</ClockContext>;
}

/** Epoch milliseconds, moving on every 15 seconds. */
export function useNow(): number {
  const { renderedAt } = useContext(ClockContext);
  return useSyncExternalStore(subscribeToTicks, currentTick, () => renderedAt);
}

export const useTimeZone = (): string => useContext(ClockContext).timeZone;

export const browserTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

const currentTick = (): number => Math.floor(Date.now() / tickMs) * tickMs;

function subscribeToTicks(listener: () => void): () => void {
  const timer = setInterval(listener, tickMs);
  return () => clearInterval(timer);
}

const subscribeToNothing = () => () => undefined;
