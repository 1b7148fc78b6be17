import { useApolloClient } from '@apollo/client/react';
import { useAction } from '../../access/use-action';
import { useAttemptKey } from '../../apollo/use-attempt-key';
import {
  CancelScheduledMessageDocument,
  ChangeScheduledMessageDocument,
  type ChangeScheduledMessageInput,
  type ScheduledMessages_ConversationFragment,
  ScheduleMessageDocument,
  type ScheduleMessageInput,
} from '../../generated/graphql';
import { useOutbox } from '../../outbox/provider';
import { useToast } from '../../ui/toaster';

export type ScheduledMessage = ScheduledMessages_ConversationFragment['scheduledMessages'][number];

/** The API takes no moment that has passed when it hears of it. */
const soonMs = 3_000;

interface Wanted {
  content: string;
  sendAt: Date;
}

/** What is sent later in a conversation, and what becomes of it until then. `lastNumber`: of the last message in sight. */
export function useScheduling(conversationId: string, lastNumber: number) {
  const client = useApolloClient();
  const toast = useToast();
  const keyOf = useAttemptKey();
  const { drafts } = useOutbox().outbox;
  const { act, isBusy } = useAction();

  /** Into the composer, before what stands there by now. */
  const putBack = (content: string) => {
    const typed = drafts.of(conversationId);
    drafts.write(conversationId, typed === '' ? content : `${content}\n\n${typed}`);
  };
  /** Answers its id; null where it was refused, which is said. */
  const write = async ({ content, sendAt }: Wanted): Promise<string | null> => {
    let id: string | null = null;
    const wanted = { conversationId, content, sendAt: sendAt.toISOString(), expectedNumber: lastNumber };
    const input: ScheduleMessageInput = { ...wanted, idempotencyKey: keyOf(wanted) };
    await act(async () => {
      const answer = await client.mutate({ mutation: ScheduleMessageDocument, variables: { input } });
      id = answer.data?.scheduleMessage.scheduledMessage?.id ?? null;
      return answer.data?.scheduleMessage.userErrors;
    });
    return id;
  };
  const cancel = (id: string) =>
    act(
      async () =>
        (await client.mutate({ mutation: CancelScheduledMessageDocument, variables: { input: { id } } })).data
          ?.cancelScheduledMessage.userErrors,
    );
  const change = (input: ChangeScheduledMessageInput) =>
    act(
      async () =>
        (await client.mutate({ mutation: ChangeScheduledMessageDocument, variables: { input } })).data
          ?.changeScheduledMessage.userErrors,
    );

  const schedule = async (wanted: Wanted): Promise<void> => {
    const id = await write(wanted);
    if (id === null) return putBack(wanted.content);
    const undo = async () => {
      if (await cancel(id)) putBack(wanted.content);
    };
    toast({ text: 'It is sent later.', action: { label: 'Undo', onSelect: () => void undo() } });
  };
  const callOff = async ({ id, content, sendAt }: ScheduledMessage): Promise<void> => {
    if (!(await cancel(id))) return;
    const undo = async () => {
      // What was due meanwhile must not go out by taking something back.
      const isAhead = Date.parse(sendAt) > Date.now() + soonMs;
      if (!isAhead || (await write({ content, sendAt: new Date(sendAt) })) === null) putBack(content);
    };
    toast({ text: 'It is called off.', action: { label: 'Undo', onSelect: () => void undo() } });
  };
  const sendNow = ({ id, failure }: ScheduledMessage) =>
    // One that was not sent is due at once by itself.
    change({ id, ...(failure === null && { sendAt: new Date(Date.now() + soonMs).toISOString() }) });
  return { schedule, callOff, change, sendNow, isBusy };
}
