import { newIdempotencyKey } from '../apollo/idempotency-key';
import { type SenderType, useSendMessageMutation } from '../generated/graphql';
import { type OutgoingMessage, withMessage, withoutMessage } from './outbox';
import { outbox } from './outbox-store';
import { addToThread } from './thread-cache';

/** A write without an answer for this long counts as failed; trying again is safe. */
const patienceMs = 20_000;

const unanswered = 'Not sent: the service does not answer.';

export interface NewMessage {
  content: string;
  senderType: SenderType;
  /** The highest number in the thread so far. */
  afterNumber: number;
}

/** Sends by way of the outbox: the message is on the page at once, and leaves the outbox only when the API has said that it is stored. */
export function useSendMessage(conversationId: string) {
  const [mutate] = useSendMessageMutation();

  const put = (message: OutgoingMessage) => outbox.change(conversationId, (box) => withMessage(box, message));
  const discard = (key: string) => outbox.change(conversationId, (box) => withoutMessage(box, key));

  const attempt = async (message: OutgoingMessage) => {
    const { key: idempotencyKey, content, senderType } = message;
    try {
      const { data } = await mutate({
        variables: { input: { conversationId, content, senderType, idempotencyKey } },
        context: { fetchOptions: { signal: AbortSignal.timeout(patienceMs) } },
        update: (cache, { data: answer }) => {
          const id = answer?.sendMessage.message?.id;
          if (id) addToThread(cache, conversationId, id);
        },
      });
      if (data?.sendMessage.message) return discard(message.key);
      put({ ...message, problem: data?.sendMessage.userErrors[0]?.message ?? unanswered });
    } catch {
      put({ ...message, problem: unanswered });
    }
  };

  const send = (message: OutgoingMessage) => {
    put({ ...message, problem: null });
    void outbox.enqueue(conversationId, () => attempt(message));
  };

  return {
    send: (message: NewMessage) =>
      send({ ...message, key: newIdempotencyKey(), createdAt: new Date().toISOString(), problem: null }),
    retry: send,
    discard,
  };
}
