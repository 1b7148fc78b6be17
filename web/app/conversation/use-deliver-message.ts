import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';
import { SendMessageDocument } from '../generated/graphql';
import type { OutgoingMessage } from '../outbox/outgoing-message';
import type { Deliver, Outcome } from '../outbox/sender';
import { outcomeOf, outcomeOfAnswer, patiently } from './delivery-outcome';
import { addToThread } from './thread-cache';

/** Much of what it says is what a page has loaded for the thread; it comes when the browser has nothing else to do. */
const loadNotes = () => import('./deliver-note');
if (typeof window !== 'undefined') window.requestIdleCallback?.(() => void loadNotes().catch(() => undefined));

/** Sends a message to the API and tells what became of it; it never throws. */
export function useDeliverMessage(): Deliver {
  const client = useApolloClient();
  return useCallback((message) => deliver(client, message).catch(outcomeOf), [client]);
}

/** A reply goes only where nobody else has written since its writer looked. */
async function deliver(client: ApolloClient, message: OutgoingMessage): Promise<Outcome> {
  const { key: idempotencyKey, conversationId, content, senderType, reopens, afterNumber } = message;
  if (message.isNote) return (await loadNotes()).deliverNote(client, message);
  const { data } = await client.mutate({
    mutation: SendMessageDocument,
    variables: {
      input: {
        conversationId,
        content,
        senderType,
        idempotencyKey,
        ...(reopens && { reopens }),
        ...(senderType === 'USER' && { expectedNumber: afterNumber }),
      },
    },
    context: patiently(),
    update: (cache, { data: answer }) => {
      const id = answer?.sendMessage.message?.id;
      if (id) addToThread(cache, conversationId, id);
    },
  });
  return outcomeOfAnswer(data?.sendMessage);
}
