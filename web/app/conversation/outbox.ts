import type { SenderType } from '../generated/graphql';

/** A message that is written, but of which the API has not yet said that it is stored. */
export interface OutgoingMessage {
  /** The idempotency key, the same in every attempt, so that a retry never stores it twice. */
  key: string;
  content: string;
  senderType: SenderType;
  createdAt: string;
  /** The highest number known when it was written: it will get a higher one. */
  afterNumber: number;
  /** Null while it is being sent, else one sentence saying why it was not. */
  problem: string | null;
}

interface Arrived {
  number: number;
  senderType: SenderType;
  content: string;
}

export const withMessage = (box: readonly OutgoingMessage[], message: OutgoingMessage): OutgoingMessage[] =>
  box.some(({ key }) => key === message.key)
    ? box.map((known) => (known.key === message.key ? message : known))
    : [...box, message];

export const withoutMessage = (box: readonly OutgoingMessage[], key: string): OutgoingMessage[] =>
  box.filter((message) => message.key !== key);

/**
 * The outgoing messages that are not in the thread yet. The live message often comes before the answer to the write: for that instant the
 * same words would stand there twice. One that failed always shows, since what arrived may be someone else's.
 */
export function notYetArrived(box: readonly OutgoingMessage[], messages: readonly Arrived[]): OutgoingMessage[] {
  const taken = new Set<number>();
  return box.filter((outgoing) => {
    if (outgoing.problem !== null) return true;
    const arrived = messages.find(
      ({ number, senderType, content }) =>
        number > outgoing.afterNumber &&
        !taken.has(number) &&
        senderType === outgoing.senderType &&
        content === outgoing.content,
    );
    if (arrived) taken.add(arrived.number);
    return !arrived;
  });
}

const unconfirmed = 'It is not known whether this was sent. Trying again is safe: it will not be stored twice.';

/** As kept over a reload: nothing is being sent any more by then. Anything unreadable counts as empty. */
export function parseOutbox(text: string | null): OutgoingMessage[] {
  try {
    const kept: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(kept)
      ? kept.filter(isOutgoing).map((message) => ({ ...message, problem: message.problem ?? unconfirmed }))
      : [];
  } catch {
    return [];
  }
}

const isOutgoing = (value: unknown): value is OutgoingMessage => {
  const message = value as Partial<OutgoingMessage> | null;
  return (
    typeof message?.key === 'string' &&
    typeof message.content === 'string' &&
    typeof message.createdAt === 'string' &&
    typeof message.afterNumber === 'number' &&
    (message.senderType === 'USER' || message.senderType === 'CONTACT')
  );
};
