import type { ApolloServerPlugin, GraphQLResponse } from '@apollo/server';
import { HeaderMap } from '@apollo/server';
import { type DocumentNode, type GraphQLSchema, getVariableValues, type OperationDefinitionNode } from 'graphql';
import type { EntityManager } from 'typeorm';
import { longStatement } from '../database/long-read';
import type { RequestContext } from '../graphql/context';
import { AnswerText } from './answer-text';
import type { AnsweredRow } from './kept-parts';
import { isLasting } from './not-in-sql';
import type { CompiledRead, ReadCompiler } from './read-compiler';

interface Question {
  document: DocumentNode;
  /** Undefined where the document has none of that name. */
  operation: OperationDefinitionNode | undefined;
}

/** The `data` of a query as JSON; null where it has to be resolved. */
export type AnswerRead = (
  question: Question,
  variables: Record<string, unknown>,
  context: RequestContext,
) => Promise<string | null>;

/**
 * Answers a query with one statement where all that it selects says what it is in SQL. Otherwise, and wherever anything is not as usual,
 * it answers nothing: the operation is executed as ever, so that there is one place that errors come from.
 */
export const newAnswerRead =
  (schema: GraphQLSchema, compiler: ReadCompiler, onFailure: (error: unknown) => void): AnswerRead =>
  async ({ document, operation }, variables, context) => {
    if (operation?.operation !== 'query') return null;
    const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
    if (!coerced) return null;
    try {
      const read = compiler.compile(document, operation, coerced, context);
      return read && (await run(read, context));
    } catch (error) {
      // Whatever it was, the resolvers meet it too, and say so in their place; but nobody waits twice for a lock.
      if (isLasting(error)) context.giveUp(error);
      else onFailure(error);
      return null;
    }
  };

/** `onAnswer` is told of each question that was answered so. */
export const compileReads = (
  answer: AnswerRead,
  onAnswer: (context: RequestContext, question: Question) => void = () => undefined,
): ApolloServerPlugin<RequestContext> => ({
  async requestDidStart() {
    return {
      async responseForOperation({ document, operation, request, contextValue }) {
        const json = await answer({ document, operation }, request.variables ?? {}, contextValue);
        if (json === null) return null;
        onAnswer(contextValue, { document, operation });
        return responseWith(json);
      },
    };
  },
});

async function run({ textFor, values, isLong, learn }: CompiledRead, context: RequestContext): Promise<string> {
  const ask = (manager: EntityManager): Promise<AnsweredRow[]> => {
    const read: [string, unknown[]] = [textFor(manager), [...values]];
    return isLong ? longStatement(manager, ...read) : manager.query(...read);
  };
  const rows = (await context.readReplica(ask)) ?? (await ask(context.manager));
  const [row] = rows;
  if (!row) throw new Error('expected a row with the answer');
  learn(row);
  return row.answer;
}

const responseWith = (json: string): GraphQLResponse => ({
  http: { headers: new HeaderMap() },
  body: { kind: 'single', singleResult: { data: new AnswerText(json) as unknown as Record<string, unknown> } },
});
