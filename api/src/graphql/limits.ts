import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  getOperationAST,
  getVariableValues,
  isLeafType,
  isListType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { type ComplexityEstimator, fieldExtensionsEstimator, getComplexity } from 'graphql-query-complexity';
import { maxPageSize } from './pagination';

export const maxTokens = 2_000;
const maxDepth = 12;
const maxAliases = 30;
const maxRootFields = 20;
const maxCost = 5_000;
/** Fields, each as often as a fragment that holds it is spread: what the walk that counts the cost has to visit. */
const maxFields = 10_000;
const maxSchemaQuestions = 1;

export interface Operation {
  schema: GraphQLSchema;
  document: DocumentNode;
  operationName?: string | null | undefined;
  variables?: Record<string, unknown> | null | undefined;
}

/**
 * What a valid operation costs. Units: objects that it may read.
 * Errors: `OPERATION_TOO_LARGE`, with what it has and what it may have.
 */
export const requireCost = (operation: Operation): number => costOf(operation) ?? 0;

/** As deep as no input of the schema is. */
const deepestArgument = 10;

/** What a cost may depend on: sizes of pages, how long lists are, conditions. No text is seen by an estimator. */
export function withoutTexts(value: unknown, depth = 0): unknown {
  if (typeof value === 'number' || typeof value === 'boolean' || value === null || value === undefined) return value;
  if (typeof value !== 'object' || value instanceof Date || depth > deepestArgument) return '';
  if (Array.isArray(value)) return value.map((inner) => withoutTexts(inner, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withoutTexts(inner, depth + 1)]));
}

const seesNoTexts =
  (estimator: ComplexityEstimator): ComplexityEstimator =>
  ({ args, ...field }) =>
    estimator({ ...field, args: withoutTexts(args) as Record<string, unknown> });

/** The same; null where the variables are wrong, of which execution says what is. */
export function costOf({ schema, document, operationName, variables }: Operation): number | null {
  const operation = getOperationAST(document, operationName);
  if (!operation) return 0;
  const { depth, aliases, rootFields, fields, schemas } = measure(operation.selectionSet, fragmentsOf(document));
  if (depth > maxDepth) throw refusal(`is ${depth} levels deep`, `${maxDepth}`, 'ask for less in each');
  if (aliases > maxAliases) throw refusal(`has ${aliases} aliases`, `${maxAliases}`, 'send several operations');
  if (rootFields > maxRootFields)
    throw refusal(`has ${rootFields} root fields`, `${maxRootFields}`, 'send several operations');
  if (fields > maxFields) throw refusal(`has ${count(fields)} fields`, count(maxFields), 'spread fewer fragments');
  if (schemas > maxSchemaQuestions)
    throw refusal(`asks ${schemas} times for the schema`, `${maxSchemaQuestions}`, 'ask once for all of it');
  if (getVariableValues(schema, operation.variableDefinitions ?? [], variables ?? {}).errors) return null;
  const cost = getComplexity({
    schema,
    query: document,
    variables: variables ?? {},
    ...(operationName ? { operationName } : {}),
    // What a field says of itself comes first.
    estimators: [seesNoTexts(fieldExtensionsEstimator()), objects],
  });
  if (cost > maxCost)
    throw refusal(`may read ${count(cost)} objects`, count(maxCost), 'ask for smaller pages (first, last)');
  return cost;
}

const count = (number: number): string => number.toLocaleString('en');

function refusal(has: string, most: string, instead: string): GraphQLError {
  return new GraphQLError(`This operation ${has}; at most ${most} are allowed: ${instead}.`, {
    extensions: { code: 'OPERATION_TOO_LARGE', http: { status: 400 } },
  });
}

/** What a connection reads where nobody says how much, at most. */
const usualPageSize = 50;

/**
 * The objects that an operation may read: a connection as many times its nodes as its page is long, a scalar nothing.
 * A list that is no connection says itself how long it may be (`complexity` of its field); one that does not counts as the longest page.
 */
const objects: ComplexityEstimator = ({ type: parent, field, args, childComplexity }) => {
  const type = getNamedType(field.type);
  // The schema is no row, and is asked for once at most.
  if (isLeafType(type) || type.name.startsWith('__')) return 0;
  if (type.name.endsWith('Connection')) {
    // A size out of bounds is refused by the field, which says what it may be.
    const rows = Math.min(Math.max(Number(args['last'] ?? args['first'] ?? usualPageSize), 1), maxPageSize);
    return 1 + rows * childComplexity;
  }
  const isPageItself = parent.name.endsWith('Connection') || field.name === 'userErrors';
  return isList(field.type) && !isPageItself ? 1 + maxPageSize * childComplexity : 1 + childComplexity;
};

const isList = (type: GraphQLOutputType): boolean => isListType(getNullableType(type));

interface Measure {
  depth: number;
  aliases: number;
  rootFields: number;
  /** Of all levels. */
  fields: number;
  /** Questions for `__schema`. */
  schemas: number;
}

const nothing: Measure = { depth: 0, aliases: 0, rootFields: 0, fields: 0, schemas: 0 };

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
    const found = node ? measure(node.selectionSet, ofFragment) : nothing;
    measured.set(name, found);
    return found;
  };
  return ofFragment;
}

function measure({ selections }: SelectionSetNode, ofFragment: Fragments): Measure {
  const total = { ...nothing };
  for (const selection of selections) {
    const inner = innerOf(selection, ofFragment);
    if (selection.kind === Kind.FIELD) {
      const { value: name } = selection.name;
      // Introspection's depth has a limit of its own in validation, and the usual question is deeper than any of our data.
      if (!name.startsWith('__')) total.depth = Math.max(total.depth, 1 + inner.depth);
      total.aliases += selection.alias ? 1 : 0;
      total.rootFields += 1;
      total.fields += 1;
      total.schemas += name === '__schema' ? 1 : 0;
    } else {
      total.depth = Math.max(total.depth, inner.depth);
      total.rootFields += inner.rootFields;
    }
    total.aliases += inner.aliases;
    total.fields += inner.fields;
    total.schemas += inner.schemas;
  }
  return total;
}

function innerOf(selection: SelectionNode, ofFragment: Fragments): Measure {
  if (selection.kind === Kind.FRAGMENT_SPREAD) return ofFragment(selection.name.value);
  return selection.selectionSet ? measure(selection.selectionSet, ofFragment) : nothing;
}
