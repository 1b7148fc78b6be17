import { randomUUID } from 'node:crypto';
import {
  astFromValue,
  type GraphQLArgument,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  type OperationTypeNode,
  print,
} from 'graphql';
import { selectionOf, takesId, valueOf } from './schema-walk';

/** Leaves that a client gives as text, or that have text in them. */
const textual = ['String', 'ID', 'JSONObject', 'DateTimeISO', 'Permission'];

/** One place of the schema that takes text. */
export interface TextPlace {
  /** Such as `mutation createContact(input.name)`. */
  title: string;
  kind: OperationTypeNode;
  field: string;
  /** Of the argument, and within it: `['input', 'name']`. */
  path: string[];
  type: string;
  /** With `$v0`, `$v1` … for as many of the field as `times` says, each under an alias `a0`, `a1` …. */
  document(times: number): string;
  /** The argument with this text in the place, `id` where the rest of it needs one, and a fresh address where it needs an email. */
  argument(text: string, id: string, email: string): unknown;
}

/** Every place of every query and mutation. */
export function walkTexts(schema: GraphQLSchema): TextPlace[] {
  return (['query', 'mutation'] as OperationTypeNode[]).flatMap((kind) =>
    Object.values((schema.getRootType(kind) as GraphQLObjectType).getFields()).flatMap((field) =>
      field.args.flatMap((argument) =>
        pathsOf(argument.type).map(({ path, type }): TextPlace => {
          const whole = [argument.name, ...path];
          const others = field.args.filter((other) => other !== argument && isNonNullType(other.type));
          return {
            title: `${kind} ${field.name}(${whole.join('.')})`,
            kind,
            field: field.name,
            path: whole,
            type,
            document: (times) => documentOf(kind, field.name, argument, others, selectionOf(field.type, 2), times),
            argument: (text, id, email) =>
              withText(argument.type, valueOf(argument.type, argument.name, id), path, textOf(type, text), email),
          };
        }),
      ),
    ),
  );
}

interface Leaf {
  path: string[];
  type: string;
}

function pathsOf(type: GraphQLInputType): Leaf[] {
  const inner = getNullableType(type);
  if (isListType(inner)) return pathsOf(inner.ofType);
  if (isInputObjectType(inner)) {
    return Object.values(inner.getFields()).flatMap((field) =>
      pathsOf(field.type).map(({ path, type: leaf }) => ({ path: [field.name, ...path], type: leaf })),
    );
  }
  return isLeafType(inner) && textual.includes(inner.name) ? [{ path: [], type: inner.name }] : [];
}

/** As a value, and a short one as a key as well. */
export const jsonOf = (text: string): object => ({ value: text, [`k${[...text].slice(0, 50).join('')}`]: 1 });

const textOf = (type: string, text: string): unknown => (type === 'JSONObject' ? jsonOf(text) : text);

function withText(type: GraphQLInputType, value: unknown, path: string[], text: unknown, email: string): unknown {
  const inner = getNullableType(type);
  if (isListType(inner)) return [withText(inner.ofType, undefined, path, text, email)];
  const [name, ...rest] = path;
  if (name === undefined || !isInputObjectType(inner)) return text;
  const field = inner.getFields()[name];
  if (!field) throw new Error(`expected ${inner.name} to have a field ${name}`);
  const given = withoutSpareIds(inner, value, name);
  return {
    ...given,
    ...('email' in given && { email }),
    // What is received again is known.
    ...('externalId' in given && { externalId: email }),
    // Of some things there is one of a name.
    ...('name' in given && { name: email.slice(0, 36) }),
    [name]: withText(field.type, given[name], rest, text, email),
  };
}

/** One id serves for all that is required; what else could be named is another kind of thing. */
function withoutSpareIds(type: GraphQLInputObjectType, value: unknown, kept?: string): Record<string, unknown> {
  const given = Object.entries(value ?? {}).flatMap(([key, part]) => {
    const field = type.getFields()[key];
    if (!field || key === kept) return [[key, part]];
    if (!isNonNullType(field.type) && takesId(field.type)) return [];
    const inner = getNullableType(field.type);
    return [[key, isInputObjectType(inner) ? withoutSpareIds(inner, part) : part]];
  });
  return Object.fromEntries(given);
}

function documentOf(
  kind: OperationTypeNode,
  field: string,
  { name, type }: GraphQLArgument,
  others: GraphQLArgument[],
  selection: string,
  times: number,
): string {
  const all = Array.from({ length: times }, (_, index) => index);
  const rest = others
    .map((other) => `, ${other.name}: ${literal(other.type, valueOf(other.type, other.name, randomUUID()))}`)
    .join('');
  return `${kind} (${all.map((index) => `$v${index}: ${String(type)}`).join(', ')}) {
    ${all.map((index) => `a${index}: ${field}(${name}: $v${index}${rest}) ${selection}`).join('\n')}
  }`;
}

/** As it stands in a document: an enum's value without quotes. */
function literal(type: GraphQLInputType, value: unknown): string {
  if (isEnumType(getNullableType(type))) return String(value);
  const node = astFromValue(value, type);
  if (!node) throw new Error(`expected a value of ${String(type)}`);
  return print(node);
}
