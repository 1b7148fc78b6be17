import { coerceInputValue, type GraphQLArgument, type GraphQLSchema, getNullableType, isScalarType } from 'graphql';
import type { Export } from '../export/export';
import { badArgument } from '../graphql/errors';

export type Asked = Readonly<Record<string, string | string[] | undefined>>;

/** What every export is asked with, besides the arguments of its list. */
const ownNames = ['format', 'tenant'];

/** Errors: `BAD_USER_INPUT` naming the parameter, in everything here. */
export function readFormat<Format>({ format }: Asked, formats: Readonly<Record<string, Format>>): Format {
  const known = typeof format === 'string' && Object.hasOwn(formats, format) ? formats[format] : undefined;
  if (!known) throw badArgument('format', `expected one of ${Object.keys(formats).join(', ')}.`);
  return known;
}

/** The arguments of the query that lists the same; what is no text there is JSON here. */
export function readListArgs(schema: GraphQLSchema, name: string, one: Export, asked: Asked): Record<string, unknown> {
  const { args, lists = [] } = one;
  for (const given of Object.keys(asked)) {
    if (lists.includes(given)) continue;
    if (![...ownNames, ...args].includes(given)) throw badArgument(given, 'there is no such parameter.');
    if (typeof asked[given] !== 'string') throw badArgument(given, 'expected it once.');
  }
  const known = schema.getQueryType()?.getFields()[name]?.args ?? [];
  const given = known.filter((argument) => args.includes(argument.name) && asked[argument.name]);
  return {
    ...Object.fromEntries(
      given.map((argument) => [argument.name, readArgument(argument, String(asked[argument.name]))]),
    ),
    ...readLists(one, asked),
  };
}

/** With commas between them, or one at a time. */
const readLists = ({ lists = [] }: Export, asked: Asked): Record<string, string[]> =>
  Object.fromEntries(
    lists
      .filter((name) => asked[name] !== undefined)
      .map((name) => [name, [asked[name] ?? []].flat().flatMap((text) => text.split(',').filter(Boolean))]),
  );

function readArgument({ name, type }: GraphQLArgument, text: string): unknown {
  const value = isScalarType(getNullableType(type)) ? text : parseJson(name, text);
  return coerceInputValue(value, type, (path, _value, { message }) => {
    throw badArgument([name, ...path].join('.'), message);
  });
}

function parseJson(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badArgument(name, 'expected JSON.');
  }
}
