import { type GraphQLEnumType, getNamedType, getNullableType, isEnumType, isListType } from 'graphql';
import { NotInSql } from './not-in-sql';
import { isoText } from './reads';
import type { Selected } from './selection';

/** The row of a SELECT as JSON; null where there is none. */
export const asJson = (select: string): string => `(select row_to_json(o) from (${select}) o)`;

export const typeName = ({ parent }: Selected): string => `${literal(parent.name)}::text`;

/** Names are the client's: of GraphQL's grammar, so that nothing can end the quotation; PostgreSQL would cut longer ones. */
export function nameOf({ key }: Selected): string {
  if (!/^[_A-Za-z][_0-9A-Za-z]{0,62}$/.test(key)) throw new NotInSql('a long name');
  return `"${key}"`;
}

/** As the field's type serialises it. */
export function leafValue({ field }: Selected, expression: string): string {
  const type = field && getNamedType(field.type);
  if (type?.name === 'DateTimeISO') return isoText(expression);
  if (!isEnumType(type)) return expression;
  if (!isListType(getNullableType(field?.type))) return enumName(type, expression);
  return `array(select ${enumName(type, 'each.value')} from unnest(${expression}) with ordinality as each(value, nth) order by each.nth)`;
}

function enumName(type: GraphQLEnumType, expression: string): string {
  const cases = type.getValues().map(({ name, value }) => `when ${literal(String(value))} then ${literal(name)}`);
  return `case ${expression} ${cases.join(' ')} end`;
}

export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
