import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  getNamedType,
  getOperationAST,
  getVariableValues,
  isLeafType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { type ComplexityEstimator, getComplexity } from 'graphql-query-complexity';
import { maxPageSize } from './pagination';

export const maxTokens = 2_000;
const maxDepth = 12;
const maxAliases = 30;
const maxRootFields = 20;
const maxCost = 5_000;

export interface Operation {
  schema: GraphQLSchema;
  document: DocumentNode;
  operationName?: string | null | undefined;
  variables?: Record<string, unknown> | null | undefined;
}

/** Why a valid operation is not run: with what it has and what it may have. Null where it is within the limits. */
export function refusalFor({ schema, document, operationName, variables }: Operation): GraphQLError | null {
  const operation = getOperationAST(document, operationName);
  if (!operation) return null;
  const { depth, aliases, fields } = measure(operation.selectionSet, fragmentsOf(document));
  if (depth > maxDepth) return refuse(`is ${depth} levels deep`, `${maxDepth}`, 'ask for less in each');
  if (aliases > maxAliases) return refuse(`has ${aliases} aliases`, `${maxAliases}`, 'send several operations');
  if (fields > maxRootFields) return refuse(`has ${fields} root fields`, `${maxRootFields}`, 'send several operations');
  // Wrong variables have no cost: execution refuses them, with a sentence for each.
  if (getVariableValues(schema, operation.variableDefinitions ?? [], variables ?? {}).errors) return null;
  const cost = getComplexity({
    schema,
    query: document,
    variables: variables ?? {},
    ...(operationName ? { operationName } : {}),
    estimators: [objects],
  });
  return cost > maxCost
    ? refuse(
        `may read ${cost.toLocaleString('en')} objects`,
        maxCost.toLocaleString('en'),
        'ask for smaller pages (first, last)',
      )
    : null;
}

function refuse(has: string, most: string, instead: string): GraphQLError {
  return new GraphQLError(`This operation ${has}; at most ${most} are allowed: ${instead}.`, {
    extensions: { code: 'OPERATION_TOO_LARGE', http: { status: 400 } },
  });
}

/** The objects that an operation may read: a connection as many times its nodes as its page is long, a scalar nothing. */
const objects: ComplexityEstimator = ({ field, args, childComplexity }) => {
  const type = getNamedType(field.type);
  if (isLeafType(type)) return 0;
  if (!type.name.endsWith('Connection')) return 1 + childComplexity;
  // A size out of bounds is refused by the field, which says what it may be.
  const rows = Math.min(Math.max(Number(args['last'] ?? args['first'] ?? 0), 1), maxPageSize);
  return 1 + rows * childComplexity;
};

interface Measure {
  depth: number;
  aliases: number;
  /** Of the outermost level. */
  fields: number;
}

type Fragments = (name: string) => Measure;

/** Each fragment is measured once, however often it is spread; validation has made sure that none contains itself. */
function fragmentsOf(document: DocumentNode): Fragments {
  const nodes = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) if (node.kind === Kind.FRAGMENT_DEFINITION) nodes.set(node.name.value, node);
  const measured = new Map<string, Measure>();
  const ofFragment: Fragments = (name) => {
    const known = measured.get(name);
    if (known) return known;
    const node = nodes.get(name);
    const found = node ? measure(node.selectionSet, ofFragment) : { depth: 0, aliases: 0, fields: 0 };
    measured.set(name, found);
    return found;
  };
  return ofFragment;
}

function measure({ selections }: SelectionSetNode, ofFragment: Fragments): Measure {
  const total: Measure = { depth: 0, aliases: 0, fields: 0 };
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) {
      // Introspection has limits of its own in validation, and the usual one is deeper than any of our data.
      if (selection.name.value.startsWith('__')) continue;
      const inner = selection.selectionSet ? measure(selection.selectionSet, ofFragment) : null;
      total.depth = Math.max(total.depth, 1 + (inner?.depth ?? 0));
      total.aliases += (selection.alias ? 1 : 0) + (inner?.aliases ?? 0);
      total.fields += 1;
    } else {
      const inner =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? ofFragment(selection.name.value)
          : measure(selection.selectionSet, ofFragment);
      total.depth = Math.max(total.depth, inner.depth);
      total.aliases += inner.aliases;
      total.fields += inner.fields;
    }
  }
  return total;
}
