import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
  type OperationTypeNode,
} from 'graphql';

const selectionDepth = 4;
const farFuture = '2030-01-01T09:00:00.000Z';
/** For what may be no more than a year away. */
const inAMonth = new Date(Date.now() + 30 * 86_400_000).toISOString();

const texts: Record<string, string> = {
  email: 'walker@schema.example',
  phone: '+44 20 7946 0958',
  password: 'walked a long way',
  newPassword: 'walked a long way',
};

/** A value that every rule of the schema accepts, with `id` wherever the schema asks for an ID. */
export function valueOf(type: GraphQLInputType, name: string, id: string): unknown {
  if (isNonNullType(type)) return valueOf(type.ofType, name, id);
  if (isListType(type)) return [valueOf(type.ofType, name, id)];
  if (isInputObjectType(type)) {
    return Object.fromEntries(
      Object.values(type.getFields())
        .filter((field) => isNonNullType(field.type) || takesId(field.type) || field.name === 'email')
        .map((field) => [field.name, valueOf(field.type, field.name, id)]),
    );
  }
  if (isEnumType(type)) return type.getValues()[0]?.name;
  switch (type.name) {
    case 'ID':
      return id;
    case 'Int':
    case 'Float':
      return 3;
    case 'Boolean':
      return true;
    case 'DateTimeISO':
      return name === 'sendAt' ? inAMonth : farFuture;
    case 'Permission':
      return 'contacts:read';
    case 'JSONObject':
      return {};
    default:
      return texts[name] ?? 'walked';
  }
}

export function takesId(type: GraphQLInputType): boolean {
  const named = getNamedType(type);
  if (isInputObjectType(named))
    return Object.values(named.getFields()).some((field: GraphQLInputField) => takesId(field.type));
  return named.name === 'ID';
}

/** Every leaf below a type, down to a few levels; fields with required arguments are left out. */
export function selectionOf(type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (isUnionType(named))
    return `{ ${named
      .getTypes()
      .map((each) => `... on ${each.name} ${selectionOf(each, depth)}`)
      .join(' ')} }`;
  if (!isObjectType(named) && !isInterfaceType(named)) return '';
  const fields = Object.values(named.getFields()).flatMap((field) => {
    if (field.args.some(isRequiredArgument)) return [];
    if (isLeafType(getNamedType(field.type))) return [field.name];
    return depth > 1 ? [`${field.name} ${selectionOf(field.type, depth - 1)}`] : [];
  });
  return `{ ${fields.join(' ') || '__typename'} }`;
}

export interface WalkedOperation {
  /** Such as `mutation closeConversation`. */
  title: string;
  kind: OperationTypeNode;
  takesIds: boolean;
  document: string;
  /** The operation's variables with the given id in every place for one. */
  variables(id: string): Record<string, unknown>;
}

/** One operation for each root field of the schema, so that a field which is added is tried without anyone remembering to. */
export function walkRootFields(schema: GraphQLSchema): WalkedOperation[] {
  return (['query', 'mutation', 'subscription'] as OperationTypeNode[]).flatMap((kind) =>
    Object.values((schema.getRootType(kind) as GraphQLObjectType).getFields()).map((field) => operationOf(kind, field)),
  );
}

function operationOf(kind: OperationTypeNode, field: GraphQLField<unknown, unknown>): WalkedOperation {
  const used = field.args.filter((argument: GraphQLArgument) => isNonNullType(argument.type) || takesId(argument.type));
  const declared = used.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const passed = used.map(({ name }) => `${name}: $${name}`).join(', ');
  const selection = selectionOf(field.type, selectionDepth);
  return {
    title: `${kind} ${field.name}`,
    kind,
    takesIds: used.some(({ type }) => takesId(type)),
    document: `${kind}${declared && ` (${declared})`} { ${field.name}${passed && `(${passed})`} ${selection} }`,
    variables: (id) => Object.fromEntries(used.map(({ name, type }) => [name, valueOf(type, name, id)])),
  };
}
