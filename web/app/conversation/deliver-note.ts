import type { ApolloClient } from '@apollo/client';
import { AddNoteDocument } from '../generated/graphql';
import type { OutgoingMessage } from '../outbox/outgoing-message';
import type { Outcome } from '../outbox/sender';
import { outcomeOfAnswer, patiently } from './delivery-outcome';
import { addToThread } from './thread-cache';

export async function deliverNote(client: ApolloClient, message: OutgoingMessage): Promise<Outcome> {
  const { key: idempotencyKey, conversationId, content, mentionedIds = [] } = message;
  const { data } = await client.mutate({
    mutation: AddNoteDocument,
    variables: { input: { conversationId, content, mentionedIds: [...mentionedIds], idempotencyKey } },
    context: patiently(),
    update: (cache, { data: answer }) => {
      const id = answer?.addNote.message?.id;
      if (id) addToThread(cache, conversationId, id);
    },
  });
  return outcomeOfAnswer(data?.addNote);
}
