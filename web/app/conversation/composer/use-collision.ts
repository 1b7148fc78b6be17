import { useEffect, useState } from 'react';
import { useViewer } from '../../access/viewer';
import type { ThreadMessage_MessageFragment } from '../../generated/graphql';
import type { OutgoingMessage } from '../../outbox/outgoing-message';
import { useOutbox, useOutgoingMessages } from '../../outbox/provider';

type Message = ThreadMessage_MessageFragment;

interface CollisionOptions {
  conversationId: string;
  /** Of the thread, oldest first. */
  messages: readonly Message[];
  isWriting: boolean;
  /** Takes back what the API did not send, since somebody else had written by then. */
  onLate: (late: OutgoingMessage) => void;
}

/**
 * Keeps two from answering the same unseen. A reply is held where a colleague has answered since its writer began; where the message of somebody
 * else came between the key press and the sending, the API refuses it, and the same is asked.
 */
export function useCollision({ conversationId, messages, isWriting, onLate }: CollisionOptions) {
  const { outbox } = useOutbox();
  const viewerId = useViewer()?.id;
  const lastNumber = messages.at(-1)?.number ?? 0;
  /** What stood there when the writing began. */
  const [seen, setSeen] = useState(lastNumber);
  const [asked, setAsked] = useState<'about answers' | 'about all' | null>(null);
  if (!isWriting && asked === null && seen !== lastNumber) setSeen(lastNumber);

  const late = useOutgoingMessages().find((message) => message.isLate && message.conversationId === conversationId);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each is taken back once
  useEffect(() => {
    if (!late) return;
    outbox.remove(late.key);
    onLate(late);
    setSeen(late.afterNumber);
    setAsked('about all');
  }, [late?.key]);

  const others = messages.filter(
    ({ number, senderType, author }) =>
      number > seen && senderType !== 'SYSTEM' && viewerId !== undefined && author?.id !== viewerId,
  );
  const answers = others.filter(({ senderType, isNote }) => senderType === 'USER' && !isNote);
  return {
    /** What came meanwhile, as long as it is asked about. */
    meanwhile: asked === null ? null : asked === 'about all' ? others : answers,
    /** Whether a reply must wait for an answer to that. */
    holds: (): boolean => {
      if (answers.length > 0 && asked === null) setAsked('about answers');
      return answers.length > 0 || asked !== null;
    },
    settle: () => {
      setSeen(lastNumber);
      setAsked(null);
    },
  };
}
