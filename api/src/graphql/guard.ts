import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
} from 'graphql';
import type { Permission } from '../access/permission';
import type { RequestContext } from './context';

/** Which permission reading takes: by type (`Contact`), or by field where its type says nothing of it (`Subscription.contactDeleted`). */
export type Guards = Readonly<Record<string, Permission>>;

type Field = GraphQLField<unknown, RequestContext>;

/** `ContactConnection` and `ContactEdge` → `Contact`. */
const nounOf = (typeName: string): string => typeName.replace(/(Connection|Edge)$/, '');

/**
 * Whoever comes upon rows of a noun is asked for its permission where they come upon them: at the root, or from another noun's rows.
 * Beneath, nobody asks again. Mutations ask by themselves (`write`), and what their payloads answer is what the caller has just written.
 */
export function guardSchema(schema: GraphQLSchema, guards: Guards): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__') || type.name.endsWith('Payload')) continue;
    if (type === schema.getMutationType()) continue;
    for (const field of Object.values(type.getFields())) {
      const permission = permissionOf(type, field, guards);
      if (permission) guard(field, permission);
    }
  }
  return schema;
}

export function permissionOf(type: GraphQLObjectType, field: Field, guards: Guards): Permission | undefined {
  const own = guards[`${type.name}.${field.name}`];
  if (own) return own;
  const noun = nounOf(getNamedType(field.type).name);
  return noun === nounOf(type.name) ? undefined : guards[noun];
}

function guard(field: Field, permission: Permission): void {
  const { resolve = defaultFieldResolver, subscribe } = field;
  const ask =
    (inner: GraphQLFieldResolver<unknown, RequestContext>): GraphQLFieldResolver<unknown, RequestContext> =>
    (source, args, context, info) => {
      context.require(permission, info.parentType.name === 'Tenant' ? (source as { id: string }).id : undefined);
      return inner(source, args, context, info);
    };
  // A subscription is asked for at its beginning, and each of its events again.
  if (subscribe) field.subscribe = ask(subscribe);
  field.resolve = ask(resolve);
}
