import type { ApolloServerPlugin, GraphQLResponse } from '@apollo/server';
import { HeaderMap } from '@apollo/server';
import { getVariableValues } from 'graphql';
import type { EntityManager } from 'typeorm';
import { longRead } from '../database/long-read';
import { isDatabaseUnavailable } from '../database/unavailable';
import type { RequestContext } from '../graphql/context';
import { isTooBusy } from '../graphql/errors';
import { AnswerText } from './answer-text';
import type { CompiledRead, ReadCompiler } from './read-compiler';

/**
 * Answers a query with one statement where all that it selects says what it is in SQL. Otherwise, and wherever anything is not as usual,
 * it answers nothing: the operation is executed as ever, so that there is one place that errors come from.
 */
export function compileReads(
  compiler: ReadCompiler,
  onFailure: (error: unknown) => void,
): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      return {
        async responseForOperation({ schema, document, operation, request, contextValue }) {
          if (operation.operation !== 'query') return null;
          const variables = getVariableValues(schema, operation.variableDefinitions ?? [], request.variables ?? {});
          if (!variables.coerced) return null;
          try {
            const read = compiler.compile(document, operation, variables.coerced, contextValue);
            return read && responseWith(await run(read, contextValue));
          } catch (error) {
            // Whatever it was, the resolvers meet it too, and say so in their place; but nobody waits twice for a lock.
            if (isLasting(error)) contextValue.giveUp(error);
            else onFailure(error);
            return null;
          }
        },
      };
    },
  };
}

/** A tenant that is locked, slow or asks for too much, or a database that is away, as the next statement would find it. */
const isLasting = (error: unknown): error is Error =>
  error instanceof Error && (isTooBusy(error) || isDatabaseUnavailable(error) || isTooMany(error));

const isTooMany = (error: Error & { extensions?: { code?: unknown } }): boolean =>
  error.extensions?.code === 'TOO_MANY_REQUESTS';

async function run({ textFor, values, isLong }: CompiledRead, { manager }: RequestContext): Promise<string> {
  const text = textFor(manager);
  const read = (inside: EntityManager): Promise<{ answer: string }[]> => inside.query(text, [...values]);
  const [row] = isLong ? await longRead(manager, read) : await read(manager);
  if (!row) throw new Error('expected a row with the answer');
  return row.answer;
}

const responseWith = (json: string): GraphQLResponse => ({
  http: { headers: new HeaderMap() },
  body: { kind: 'single', singleResult: { data: new AnswerText(json) as unknown as Record<string, unknown> } },
});
