import type { SenderType } from '../generated/graphql';

interface Sent {
  senderType: SenderType;
  isNote: boolean;
  author: { id: string } | null;
  createdAt: string;
}

const pauseMs = 5 * 60_000;

/** Whether a message goes on what the one before it began: same sender, soon after. It then needs no name and time of its own. */
export const continuesRun = (message: Sent, previous: Sent | undefined): boolean =>
  previous !== undefined &&
  message.senderType === previous.senderType &&
  message.isNote === previous.isNote &&
  message.author?.id === previous.author?.id &&
  Date.parse(message.createdAt) - Date.parse(previous.createdAt) < pauseMs;
