import { type ApolloClient, CombinedGraphQLErrors, ServerError } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';
import { statusOf } from '../apollo/api-error';
import { SendMessageDocument } from '../generated/graphql';
import type { OutgoingMessage } from '../outbox/outgoing-message';
import type { Deliver, Outcome } from '../outbox/sender';
import { addToThread } from './thread-cache';

/** A write without an answer for this long counts as failed; trying again is safe. */
const patienceMs = 20_000;

/** Sends a message to the API and tells what became of it; it never throws. */
export function useDeliverMessage(): Deliver {
  const client = useApolloClient();
  return useCallback((message) => deliver(client, message).catch(outcomeOf), [client]);
}

async function deliver(client: ApolloClient, message: OutgoingMessage): Promise<Outcome> {
  const { key: idempotencyKey, conversationId, content, senderType } = message;
  const { data } = await client.mutate({
    mutation: SendMessageDocument,
    variables: { input: { conversationId, content, senderType, idempotencyKey } },
    context: { fetchOptions: { signal: AbortSignal.timeout(patienceMs) } },
    update: (cache, { data: answer }) => {
      const id = answer?.sendMessage.message?.id;
      if (id) addToThread(cache, conversationId, id);
    },
  });
  if (data?.sendMessage.message) return { kind: 'stored' };
  const [refusal] = data?.sendMessage.userErrors ?? [];
  return refusal ? { kind: 'refused', problem: refusal.message } : notYet;
}

const notYet: Outcome = { kind: 'failed', heldForMs: 0 };

/** What another attempt cannot change. Only the API itself can say so: what stands between may answer anything while it is away. */
const final = new Set([400, 403, 404]);

export function outcomeOf(error: unknown): Outcome {
  if (CombinedGraphQLErrors.is(error) && final.has(statusOf(error)))
    return { kind: 'refused', problem: error.errors[0]?.message ?? 'The service refuses it.' };
  return { kind: 'failed', heldForMs: heldForMs(error) };
}

function heldForMs(error: unknown): number {
  if (CombinedGraphQLErrors.is(error)) {
    const asked = error.errors.map(({ extensions }) => Number(extensions?.['retryAfterMs'] ?? 0));
    return Math.max(0, ...asked.filter(Number.isFinite));
  }
  const seconds = ServerError.is(error) ? Number(error.response.headers.get('retry-after') ?? 0) : 0;
  return Number.isFinite(seconds) ? seconds * 1_000 : 0;
}
