import { escapeLike } from '../database/text-search';
import { type FieldCondition, FieldOperator } from './field-condition';

type Bind = (value: unknown) => string;

/** Whether the index of the further keys finds who meets it. */
export const isIndexed = ({ operator }: FieldCondition): boolean =>
  operator === FieldOperator.EQUALS || operator === FieldOperator.ONE_OF;

/** `further`: the expression of the index, of a contact's further keys. */
export function fieldConditionSql(further: string, { key, operator, value }: FieldCondition, bind: Bind): string {
  switch (operator) {
    case FieldOperator.IS_SET:
      return `coalesce(${further} -> ${text(key, bind)}, 'null') <> 'null'`;
    case FieldOperator.IS_NOT_SET:
      return `coalesce(${further} -> ${text(key, bind)}, 'null') = 'null'`;
    case FieldOperator.EQUALS:
      return equalsOneOf(further, key, [value], bind);
    case FieldOperator.ONE_OF:
      return equalsOneOf(further, key, value as unknown[], bind);
    case FieldOperator.CONTAINS:
      return contains(further, key, String(value), bind);
    case FieldOperator.AT_LEAST:
      return compared(further, key, '>=', value, bind);
    case FieldOperator.AT_MOST:
      return compared(further, key, '<=', value, bind);
  }
}

const text = (value: string, bind: Bind): string => `${bind(value)}::text`;

/**
 * As a path, which looks into a list by itself: `@>` would ask the index twice, for the value alone and in a list, though both are one entry
 * of it. The second condition is that of the index, which is partial.
 */
function equalsOneOf(further: string, key: string, values: readonly unknown[], bind: Bind): string {
  if (values.length === 0) return 'false';
  const wanted = values.map((value) => `@ == ${JSON.stringify(value)}`).join(' || ');
  const path = `$.${JSON.stringify(key)} ? (${wanted})`;
  return `(${further} @? ${bind(path)}::jsonpath and ${further} <> '{}')`;
}

/** Of several choices, in each: a line of JSON would have the quotation marks between them too. */
function contains(further: string, key: string, part: string, bind: Bind): string {
  const value = `${further} -> ${text(key, bind)}`;
  const pattern = `lower(${bind(`%${escapeLike(part)}%`)}::text)`;
  return `case jsonb_typeof(${value})
    when 'array' then exists (select from jsonb_array_elements_text(${value}) chosen where lower(chosen) like ${pattern})
    else lower(${further} ->> ${text(key, bind)}) like ${pattern} end`;
}

/** Of one type only: jsonb puts every number behind every text. */
function compared(further: string, key: string, sign: '>=' | '<=', value: unknown, bind: Bind): string {
  const type = typeof value === 'number' ? 'number' : 'string';
  const own = `(${further} -> ${text(key, bind)})`;
  return `(jsonb_typeof${own} = '${type}' and ${own} ${sign} ${bind(JSON.stringify(value))}::jsonb)`;
}
