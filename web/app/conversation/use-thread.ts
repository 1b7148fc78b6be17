import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useLiveState } from '../apollo/provider';
import {
  MissedMessagesDocument,
  OlderMessagesDocument,
  type ThreadMessage_MessageFragment,
  useThreadMessagesSubscription,
  useThreadQuery,
} from '../generated/graphql';
import { inOrder } from './message-days';
import { numberBeforeGap } from './missed-messages';
import { addToThread } from './thread-cache';

/** A socket that takes longer than this to open may have missed a message that came after the page was made. */
const quickStartMs = 2_000;

/** One conversation with its messages, oldest first, kept up to date. `onMessage` hears each message that arrives while it is open. */
export function useThread(id: string, onMessage: (message: ThreadMessage_MessageFragment) => void) {
  const { data, error, loading, refetch } = useThreadQuery({ variables: { id } });
  const conversation = data?.conversation;
  const messages = inOrder(conversation?.messages.nodes ?? []);
  const pageInfo = conversation?.messages.pageInfo;

  useThreadMessagesSubscription({
    variables: { id },
    ignoreResults: true,
    onData: ({ client, data: { data: live } }) => {
      if (!live) return;
      addToThread(client.cache, id, live.messageSent.id);
      onMessage(live.messageSent);
    },
  });
  useMissedMessages(id, messages);

  const older = useOlderMessages(id, pageInfo?.hasPreviousPage ? pageInfo.startCursor : null);
  return { conversation, messages, error, isLoading: loading, retry: () => void refetch().catch(ignore), older };
}

/** Asks for what the live connection did not bring: what a gap in the numbers shows, and what came while the socket was opening. */
function useMissedMessages(id: string, messages: readonly ThreadMessage_MessageFragment[]): void {
  const client = useApolloClient();
  const live = useLiveState();
  const openedAt = useRef(0);
  const lastNumber = messages.at(-1)?.number;
  const gapAfter = numberBeforeGap(messages.map(({ number }) => number));

  const fetchAfter = useCallback(
    (afterNumber: number) => {
      const variables = { id, afterNumber };
      // What cannot be read now is asked for again by the next message or the next connection.
      client.query({ query: MissedMessagesDocument, variables, fetchPolicy: 'network-only' }).catch(ignore);
    },
    [client, id],
  );

  useEffect(() => {
    openedAt.current = performance.now();
  }, []);
  useEffect(() => {
    if (gapAfter !== null) fetchAfter(gapAfter);
  }, [gapAfter, fetchAfter]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each connection, not for each message
  useEffect(() => {
    const isSlow = performance.now() - openedAt.current > quickStartMs;
    if (live === 'live' && isSlow && lastNumber !== undefined) fetchAfter(lastNumber);
  }, [live, fetchAfter]);
}

export interface OlderMessages {
  canLoad: boolean;
  isLoading: boolean;
  hasFailed: boolean;
  load: () => void;
}

/** The page before the cursor, on demand; null says that there is none. */
function useOlderMessages(id: string, before: string | null | undefined): OlderMessages {
  const client = useApolloClient();
  const [state, setState] = useState<'idle' | 'loading' | 'failed'>('idle');
  const isLoading = useRef(false);
  const load = () => {
    if (!before || isLoading.current) return;
    isLoading.current = true;
    setState('loading');
    client
      .query({ query: OlderMessagesDocument, variables: { id, before }, fetchPolicy: 'network-only' })
      .then(
        () => setState('idle'),
        () => setState('failed'),
      )
      .finally(() => {
        isLoading.current = false;
      });
  };
  return { canLoad: Boolean(before), isLoading: state === 'loading', hasFailed: state === 'failed', load };
}

const ignore = () => undefined;
