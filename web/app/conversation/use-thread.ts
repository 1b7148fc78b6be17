import { useApolloClient } from '@apollo/client/react';
import { useRef, useState } from 'react';
import {
  type ThreadMessage_MessageFragment,
  useThreadMessagesSubscription,
  useThreadQuery,
} from '../generated/graphql';
import { inOrder } from './message-days';
import { addToThread } from './thread-cache';

/** One conversation with its messages, oldest first, kept up to date. `onMessage` hears each message that arrives while it is open. */
export function useThread(id: string, onMessage: (message: ThreadMessage_MessageFragment) => void) {
  const { data, error, loading, refetch } = useThreadQuery({ variables: { id } });
  const conversation = data?.conversation;
  const messages = inOrder(conversation?.messages.nodes ?? []);
  const pageInfo = conversation?.messages.pageInfo;

  useThreadMessagesSubscription({
    variables: { id },
    // What arrives before the thread does has no place yet; it is told again to who listens a little later.
    skip: !conversation,
    ignoreResults: true,
    onData: ({ client, data: { data: live } }) => {
      if (!live || messages.some((message) => message.id === live.messageSent.id)) return;
      addToThread(client.cache, id, live.messageSent.id);
      onMessage(live.messageSent);
    },
  });

  const older = useOlderMessages(id, pageInfo?.hasPreviousPage ? pageInfo.startCursor : null);
  return { conversation, messages, error, isLoading: loading, retry: () => void refetch().catch(ignore), older };
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
    import('./read-older')
      .then(({ readOlder }) => readOlder(client, id, before))
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
