import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { SetTypingDocument } from '../../generated/graphql';

const everyMs = 3_000;
/** With the API, from when it was said last. */
const holdsMs = 6_000;

interface TypingOptions {
  conversationId: string;
  /** Whether anybody else is there to see it. */
  isSeen: boolean;
}

/** Tells colleagues who have the conversation open that a reply is being written, and when it is not any more; whoever leaves has stopped. */
export function useTyping({ conversationId, isSeen }: TypingOptions) {
  const client = useApolloClient();
  const saidAt = useRef(Number.NEGATIVE_INFINITY);
  const say = (isTyping: boolean) => {
    saidAt.current = isTyping ? Date.now() : Number.NEGATIVE_INFINITY;
    const variables = { input: { conversationId, isTyping } };
    // Whoever is not told of it misses little.
    void client.mutate({ mutation: SetTypingDocument, variables, fetchPolicy: 'no-cache' }).catch(() => undefined);
  };
  const stop = () => {
    if (Date.now() - saidAt.current < holdsMs) say(false);
  };
  const latestStop = useRef(stop);
  useEffect(() => {
    latestStop.current = stop;
  });
  useEffect(() => () => latestStop.current(), []);
  return {
    stop,
    /** What stands in the field after a key press. */
    wrote: (text: string) => {
      if (text.trim() === '') stop();
      else if (isSeen && Date.now() - saidAt.current >= everyMs) say(true);
    },
  };
}
