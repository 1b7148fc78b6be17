import { GraphQLSchema, specifiedDirectives } from 'graphql';
import { buildSchemaSync, type NonEmptyArray } from 'type-graphql';
import { features } from './features';
import { constraintDirective } from './graphql/constraint';
import { DateTimeISO } from './graphql/date-time';
import { errorCodeType } from './graphql/error-code';
import { type Guards, guardSchema } from './graphql/guard';
import { describeSchema } from './schema-guide';

/** Of all nouns. */
export const guards: Guards = Object.assign({}, ...features.map((feature) => feature.guards));

/** One schema for all tenants; which rows it shows is the context's business alone. */
export function buildApiSchema(): GraphQLSchema {
  const schema = buildSchemaSync({
    // biome-ignore lint/complexity/noBannedTypes: type-graphql's own type for resolver classes
    resolvers: features.flatMap(({ resolvers }) => resolvers ?? []) as NonEmptyArray<Function>,
    scalarsMap: [{ type: Date, scalar: DateTimeISO }],
    directives: [...specifiedDirectives, constraintDirective],
    validate: false,
    // Subscriptions bring their own sources (`subscribe:`); type-graphql asks for a hub all the same.
    pubSub: {
      publish: () => undefined,
      subscribe: () => {
        throw new Error('expected a subscription with its own source');
      },
    },
  });
  const { types, ...rest } = schema.toConfig();
  return describeSchema(guardSchema(new GraphQLSchema({ ...rest, types: [...types, errorCodeType] }), guards));
}
