import { createSourceEventStream, type ExecutionArgs, type ExecutionResult, execute, GraphQLError } from 'graphql';
import type { RequestContext } from '../graphql/context';
import type { Loaders } from '../graphql/loaders';

/** What a subscription reads from: events, with the rows that others have read, or what has none. */
export interface Source {
  next(): Promise<IteratorResult<{ loaders?: Loaders }>>;
  return(): Promise<unknown>;
}

/** As graphql-js does it, but each event is answered with the rows that its other subscribers have read. */
export async function subscribeSharing(
  args: ExecutionArgs,
  follow: (context: RequestContext, source: Source) => () => void,
): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult> {
  const source = await createSourceEventStream(args);
  if (!(Symbol.asyncIterator in source)) return source;
  const events = source[Symbol.asyncIterator]() as unknown as Source;
  const context = args.contextValue as RequestContext;
  const unfollow = follow(context, events);
  let isOver = false;
  return {
    async next() {
      if (isOver) return { value: undefined, done: true };
      try {
        const { value, done } = await events.next();
        if (done) {
          unfollow();
          return { value: undefined, done: true };
        }
        const contextValue = value.loaders ? context.sharing(value.loaders) : context;
        return { value: await execute({ ...args, rootValue: value, contextValue }), done: false };
      } catch (error) {
        // The last word of the subscription; thrown on, it would end the socket with all the others on it.
        isOver = true;
        unfollow();
        return { value: { errors: [toGraphQLError(error)] }, done: false };
      }
    },
    async return() {
      unfollow();
      await events.return();
      return { value: undefined, done: true };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  } as AsyncIterableIterator<ExecutionResult>;
}

export function toGraphQLError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  const cause = error instanceof Error ? error : new Error(String(error));
  return new GraphQLError(cause.message, { originalError: cause });
}
