import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import type { Chance } from './seeded-random';

/** What ids, cursors and texts are taken from. */
export interface ValuePool {
  ids: readonly string[];
  /** By the field whose list they are of. */
  cursors: Readonly<Record<string, readonly string[]>>;
  texts: readonly string[];
  moments: readonly string[];
}

/** Enum values are `Name`s, written without quotation marks in a document. */
export class EnumName {
  constructor(readonly name: string) {}

  toJSON(): string {
    return this.name;
  }
}

/** A value for an argument or input field: mostly right, at times null or wrong. */
export function generatedValue(
  chance: Chance,
  pool: ValuePool,
  { name, type }: GraphQLArgument | GraphQLInputField,
  field = '',
): unknown {
  if (!isNonNullType(type) && chance.percent(10)) return null;
  if (name === 'after' || name === 'before') return cursor(chance, pool, field);
  return valueOf(chance, pool, name, type);
}

function valueOf(chance: Chance, pool: ValuePool, name: string, given: GraphQLInputType): unknown {
  const type = getNullableType(given);
  if (isListType(type)) return [0, 1].slice(chance.below(3)).map(() => valueOf(chance, pool, name, type.ofType));
  if (isEnumType(type)) return new EnumName(chance.one(type.getValues()).name);
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter(
      (field) => (isNonNullType(field.type) && field.defaultValue === undefined) || chance.percent(40),
    );
    return Object.fromEntries(fields.map((field) => [field.name, generatedValue(chance, pool, field)]));
  }
  return scalar(chance, pool, name, String(type));
}

function scalar(chance: Chance, pool: ValuePool, name: string, type: string): unknown {
  if (type === 'Boolean') return chance.percent(50);
  if (type === 'ID')
    return chance.percent(90) ? chance.one(pool.ids) : chance.one(['nope', '', pool.ids[0]?.toUpperCase()]);
  if (type === 'DateTimeISO') return chance.one(pool.moments);
  if (type === 'Int')
    return chance.percent(97)
      ? chance.one([0, 1, 2, 3, 5, 25, 1_001]) % (name === 'atMost' ? 2_000 : 26)
      : chance.one([-1, 101]);
  if (type === 'JSON') return chance.one(['Gold', 12, true, ['Gold', 12], '2026-06-01', null]);
  if (name === 'key') return chance.one(['tier', 'seats', 'renewal', 'topics', 'a', 'nothing']);
  if (name === 'search') return chance.one(['', ' ', ' ', 'ann']);
  return chance.one(pool.texts);
}

function cursor(chance: Chance, { cursors }: ValuePool, field: string): string {
  if (chance.percent(3)) return 'nonsense';
  const own = chance.percent(97) ? cursors[field] : undefined;
  return chance.one(own ?? cursors[chance.one(Object.keys(cursors))] ?? []);
}
