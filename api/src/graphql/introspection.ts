import type { ApolloServerPlugin } from '@apollo/server';
import { BREAK, type DocumentNode, type GraphQLError, visit } from 'graphql';
import type { RequestContext } from './context';
import { unauthenticated } from './errors';

/** Who may ask for the schema: anybody, or whoever has signed in or has a key. */
export type Introspection = 'public' | 'members';

/** Why this caller hears nothing of the schema; null where they do, or do not ask. */
export function schemaRefusalFor(
  document: DocumentNode,
  { asker }: RequestContext,
  introspection: Introspection,
): GraphQLError | null {
  const isKept = introspection === 'members' && asker.principal === null;
  return isKept && asksForSchema(document) ? unauthenticated() : null;
}

export const keepSchema = (introspection: Introspection): ApolloServerPlugin<RequestContext> => ({
  async requestDidStart() {
    return {
      async didResolveOperation({ document, contextValue }) {
        const refusal = schemaRefusalFor(document, contextValue, introspection);
        if (refusal) throw refusal;
      },
      async didEncounterErrors({ errors, contextValue: { asker } }) {
        if (introspection === 'members' && asker.principal === null) errors.forEach(hideSchema);
      },
    };
  },
});

/** A wrong guess is answered with what there is instead: so the schema could be read name by name. */
export function hideSchema(error: GraphQLError): void {
  error.message = error.message.replace(/ Did you mean .*$/s, '');
}

/** In any of its operations or fragments: a valid document has no fragment that nothing spreads. */
function asksForSchema(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Field({ name: { value } }) {
      found = value === '__schema' || value === '__type';
      return found ? BREAK : undefined;
    },
  });
  return found;
}
