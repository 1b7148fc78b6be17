import { ApolloLink } from '@apollo/client';
import { type DocumentNode, Kind } from 'graphql';
import { concatWith, defer, first, map, Observable, retry, switchMap, tap, throwError, timer } from 'rxjs';
import { errorCodes } from './api-error';
import { pauseMs } from './back-off';
import type { Listening } from './event-source';
import type { LiveConnection } from './live-connection';
import { LostTrack, startAnew } from './tenant-stream';

interface SocketLinkOptions {
  live: LiveConnection;
  source: Listening;
  /** Behind which event the stream goes on. */
  stream: { readonly position: string | null };
  /** How far the log had come before the page was read; null where nobody looked. */
  cursor: string | null;
}

/**
 * Answers subscriptions to what is no event of the log, over the stream's socket: each begins when the stream is live, and anew each time it is live
 * again. One that takes `$after` goes on from where the page, or the stream when it broke off, had come to.
 */
export function answerFromSocket({ live, source, stream, cursor }: SocketLinkOptions): ApolloLink {
  let resumeAt = cursor;
  return new ApolloLink(({ query, variables }) => {
    const resumes = takesCursor(query);
    const listening = defer(() => source.listen(query, resumes ? { ...variables, after: resumeAt } : variables)).pipe(
      concatWith(throwError(() => new Error('Expected a subscription without an end; it ended.'))),
      tap({
        error: (error: unknown) => {
          if (resumes) resumeAt = errorCodes(error).some((code) => startAnew.has(code)) ? null : stream.position;
        },
        unsubscribe: () => {
          if (resumes) resumeAt = stream.position;
        },
      }),
    );
    return becomesLive(live, { orIs: true }).pipe(
      switchMap(() => listening),
      retry({
        // What is refused or broken off now may be had with the next connection; a single answer that failed, sooner.
        delay: (error: unknown) =>
          error instanceof LostTrack ? timer(pauseMs(1)) : becomesLive(live, { orIs: false }),
      }),
      map((data) => ({ data })),
    );
  });
}

/** Tells once. */
const becomesLive = (live: LiveConnection, { orIs }: { orIs: boolean }): Observable<void> =>
  new Observable<void>((observer) => {
    const look = () => {
      if (live.state === 'live') observer.next();
    };
    if (orIs) look();
    return live.subscribe(look);
  }).pipe(first());

const takesCursor = ({ definitions }: DocumentNode): boolean =>
  definitions.some(
    (definition) =>
      definition.kind === Kind.OPERATION_DEFINITION &&
      definition.variableDefinitions?.some(({ variable }) => variable.name.value === 'after'),
  );
