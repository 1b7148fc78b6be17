import { useEffect } from 'react';
import { firstWordOf } from '../../access/actor';
import { useViewer } from '../../access/viewer';
import { useLiveState } from '../../apollo/provider';
import { type ConversationPresenceSubscription, useConversationPresenceSubscription } from '../../generated/graphql';

export type Colleague = ConversationPresenceSubscription['presence']['viewers'][number];

interface PresenceProps {
  conversationId: string;
  /** Hears who else is here, each time that it changes. */
  onViewers: (viewers: readonly Colleague[]) => void;
}

/** Makes the reader known to others who have the conversation open, tells of them, and says who is writing. */
export function Presence({ conversationId, onViewers }: PresenceProps) {
  const viewerId = useViewer()?.id;
  // What was known before a break may be over.
  const isLive = useLiveState() === 'live';
  const { data } = useConversationPresenceSubscription({ variables: { conversationId }, fetchPolicy: 'no-cache' });
  const presence = isLive ? data?.presence : undefined;
  const others = (all: readonly Colleague[] = []) => all.filter(({ id }) => id !== viewerId);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each state is told once
  useEffect(() => {
    onViewers(others(presence?.viewers));
  }, [presence]);
  const words = typingWords(others(presence?.typing));
  return (
    <p
      aria-live="polite"
      className="absolute bottom-1 left-4 rounded-full bg-raised px-2.5 py-0.5 text-ink-muted text-xs shadow-card empty:hidden"
    >
      {words}
    </p>
  );
}

/** Null where nobody is. */
export function typingWords(typing: readonly { name: string }[]): string | null {
  const [first, second, ...more] = typing.map(({ name }) => firstWordOf(name));
  if (first === undefined) return null;
  if (second === undefined) return `${first} is typing a reply…`;
  return more.length === 0 ? `${first} and ${second} are typing replies…` : 'Several are typing replies…';
}
