import type { SenderType } from '../generated/graphql';

/** A message that is written, but of which the API has not yet said that it is stored. */
export interface OutgoingMessage {
  /** The idempotency key, the same in every attempt, so that a retry never stores it twice. */
  key: string;
  conversationId: string;
  content: string;
  senderType: SenderType;
  /** For colleagues alone, some of whom it may mention. */
  isNote?: boolean;
  mentionedIds?: readonly string[];
  /** Whether the conversation, which is closed, is to be active with it. */
  reopens?: boolean;
  createdAt: string;
  /** Where it belongs, in words for its writer. */
  place: { contactId: string; contactName: string; subject: string | null };
  /** Its place in the order of writing. */
  position: number;
  /** The highest number known when it was written: it will get a higher one. */
  afterNumber: number;
  /** Null for as long as nothing was sent. */
  firstTriedAt: number | null;
  /** How often it did not get through, and when last. */
  failures: number;
  failedAt: number;
  /** It pauses until then, unless something speaks for trying at once. */
  retryAt: number;
  /** The service has asked not to be asked before. */
  heldUntil: number;
  /** Why it was refused, in one sentence; null for one that will be sent. */
  problem: string | null;
  /** It was refused because somebody else had written after `afterNumber`. */
  isLate?: boolean;
}

export type NewMessage = Pick<
  OutgoingMessage,
  'conversationId' | 'content' | 'senderType' | 'isNote' | 'mentionedIds' | 'reopens' | 'place' | 'afterNumber'
>;

/** Where each message stands before its first attempt. */
export const untried = {
  firstTriedAt: null,
  failures: 0,
  failedAt: 0,
  retryAt: 0,
  heldUntil: 0,
  problem: null,
  isLate: false,
};

export const inOrder = (messages: readonly OutgoingMessage[]): OutgoingMessage[] =>
  [...messages].sort((a, b) => a.position - b.position || a.key.localeCompare(b.key));

/** The first of each conversation that will be sent: the others wait for it. One that was refused holds up nobody. */
const heads = (messages: readonly OutgoingMessage[]): OutgoingMessage[] => {
  const waiting = messages.filter(({ problem }) => problem === null);
  return waiting.filter(
    ({ conversationId }, index) => waiting.findIndex((other) => other.conversationId === conversationId) === index,
  );
};

/** When it is to be tried. Units: milliseconds since 1970, as all here; `wokenAt` ends pauses that began before. */
const dueAt = ({ failedAt, retryAt, heldUntil }: OutgoingMessage, wokenAt: number): number =>
  Math.max(heldUntil, failedAt < wokenAt ? 0 : retryAt);

export const nextDue = (messages: readonly OutgoingMessage[], wokenAt: number): OutgoingMessage | undefined =>
  heads(messages).find((message) => dueAt(message, wokenAt) <= Date.now());

/** Infinity where nothing waits. */
export const earliestDue = (messages: readonly OutgoingMessage[], wokenAt: number): number =>
  Math.min(Number.POSITIVE_INFINITY, ...heads(messages).map((message) => dueAt(message, wokenAt)));

/** Those that did not go out at once: that failed, were refused, or stand behind one that failed. */
export function heldUp(messages: readonly OutgoingMessage[]): OutgoingMessage[] {
  const stuck = new Set(
    heads(messages)
      .filter(({ failures }) => failures > 0)
      .map(({ conversationId }) => conversationId),
  );
  return messages.filter(({ problem, conversationId }) => problem !== null || stuck.has(conversationId));
}

interface Arrived {
  number: number;
  senderType: SenderType;
  isNote: boolean;
  content: string;
}

/**
 * The outgoing messages that are not in the thread yet. The live message often comes before the answer to the write: for that instant the
 * same words would stand there twice. One that was refused, or never sent, always shows, since what arrived is someone else's.
 */
export function notYetArrived(box: readonly OutgoingMessage[], messages: readonly Arrived[]): OutgoingMessage[] {
  const taken = new Set<number>();
  return box.filter((outgoing) => {
    if (outgoing.problem !== null || outgoing.firstTriedAt === null) return true;
    const arrived = messages.find(
      ({ number, senderType, isNote, content }) =>
        number > outgoing.afterNumber &&
        !taken.has(number) &&
        senderType === outgoing.senderType &&
        isNote === (outgoing.isNote ?? false) &&
        content === outgoing.content,
    );
    if (arrived) taken.add(arrived.number);
    return !arrived;
  });
}

/** Whether what was stored can be read: an older page, or somebody's hands, may have left something else. */
export function isOutgoingMessage(value: unknown): value is OutgoingMessage {
  const message = value as Partial<OutgoingMessage> | null | undefined;
  const texts = [
    message?.key,
    message?.conversationId,
    message?.content,
    message?.createdAt,
    message?.place?.contactId,
  ];
  const numbers = [message?.position, message?.afterNumber, message?.failures, message?.retryAt, message?.heldUntil];
  return (
    texts.every((text) => typeof text === 'string') &&
    numbers.every((number) => Number.isFinite(number)) &&
    typeof message?.place?.contactName === 'string' &&
    (message.senderType === 'USER' || message.senderType === 'CONTACT') &&
    (message.problem === null || typeof message.problem === 'string')
  );
}
