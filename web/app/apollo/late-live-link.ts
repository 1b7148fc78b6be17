import { ApolloLink } from '@apollo/client';
import { from, mergeMap } from 'rxjs';
import { pauseMs } from './back-off';
import type { LiveConnection } from './live-connection';

/**
 * Answers subscriptions once the program of the stream is there, which is loaded when a page first listens: what happens meanwhile
 * is in the log, from which the stream reads on. Where it cannot be had, it is asked for again, and the page is offline.
 */
export function answerWhenLoaded(live: LiveConnection, load: () => Promise<ApolloLink>): ApolloLink {
  let loading: Promise<ApolloLink> | undefined;
  const loaded = () => {
    loading ??= keepAsking(live, load);
    return loading;
  };
  live.opensWith(() => {
    live.state = 'connecting';
    void loaded();
    return () => {
      live.state = 'idle';
    };
  });
  return new ApolloLink((operation, forward) =>
    from(loaded()).pipe(mergeMap((link) => link.request(operation, forward))),
  );
}

async function keepAsking(live: LiveConnection, load: () => Promise<ApolloLink>): Promise<ApolloLink> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await load();
    } catch (error) {
      console.warn('The program that hears of changes could not be loaded; it is asked for again:', error);
      live.state = 'offline';
      await new Promise((resolve) => setTimeout(resolve, pauseMs(attempt)));
    }
  }
}
