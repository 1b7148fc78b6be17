import {
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  visit,
} from 'graphql';
import { collectFields, collectSubfields } from 'graphql/execution/collectFields';

type Variables = Record<string, unknown>;

/** No type lists them, and no noun describes them. */
const schemaFields = new Map([SchemaMetaFieldDef, TypeMetaFieldDef].map((field) => [field.name, field]));

/** A field of the answer, however often and through whichever fragments the operation names it. */
export interface Selected {
  /** Of the answer: the alias, or the field's name. */
  key: string;
  parent: GraphQLObjectType;
  /** Null for `__typename`. */
  field: GraphQLField<unknown, unknown> | null;
  /** The first of its nodes; validation has seen to it that all have the same arguments. */
  node: FieldNode;
  /** By the name of each object type that may come; none for a leaf. */
  inner: ReadonlyMap<string, Selection>;
}

export type Selection = readonly Selected[];

/** What an operation selects, as graphql-js itself collects it; @skip and @include are decided by the variables. */
export function selectionOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): Selection {
  const root = schema.getQueryType() as GraphQLObjectType;
  const fragments = fragmentsOf(document);
  const read = (parent: GraphQLObjectType, fields: ReadonlyMap<string, readonly FieldNode[]>): Selection =>
    [...fields].map(([key, nodes]) => {
      const node = nodes[0] as FieldNode;
      const field = parent.getFields()[node.name.value] ?? schemaFields.get(node.name.value) ?? null;
      const inner = new Map<string, Selection>();
      for (const type of field ? objectTypesOf(schema, field) : [])
        inner.set(type.name, read(type, collectSubfields(schema, fragments, variables, type, nodes)));
      return { key, parent, field, node, inner };
    });
  return read(root, collectFields(schema, fragments, variables, root, operation.selectionSet));
}

function objectTypesOf(schema: GraphQLSchema, field: GraphQLField<unknown, unknown>): readonly GraphQLObjectType[] {
  const type = getNamedType(field.type);
  if (isAbstractType(type)) return schema.getPossibleTypes(type);
  return isObjectType(type) ? [type] : [];
}

function fragmentsOf({ definitions }: DocumentNode): Record<string, FragmentDefinitionNode> {
  const found: Record<string, FragmentDefinitionNode> = Object.create(null);
  for (const node of definitions) if (node.kind === Kind.FRAGMENT_DEFINITION) found[node.name.value] = node;
  return found;
}

/** The variables that decide what is selected: those in @skip and @include. */
export function decidingVariables(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  const note = ({ arguments: args = [] }: DirectiveNode): void => {
    for (const { value } of args) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
  };
  visit(document, { [Kind.DIRECTIVE]: note });
  return [...names].sort();
}

/** Every field with what lies beneath it, a parent before its children. */
export function* walk(selection: Selection): Generator<Selected> {
  for (const selected of selection) {
    yield selected;
    for (const inner of selected.inner.values()) yield* walk(inner);
  }
}

/** What is selected of a connection, or of its edges: they are of one type. */
export const partsOf = ({ inner }: Selected): Selection => [...inner.values()].flat();

/** What is selected of the rows of a field. */
export function rowsOf(selected: Selected, kind: 'one' | 'own' | 'list' | 'page'): Selection[] {
  if (kind !== 'page') return [...selected.inner.values()];
  const parts = partsOf(selected).flatMap((part) => (part.field?.name === 'edges' ? partsOf(part) : [part]));
  return parts.filter(({ field }) => field?.name === 'node' || field?.name === 'nodes').map(partsOf);
}
