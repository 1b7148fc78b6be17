import { GraphQLScalarType, Kind, type ValueNode, visit } from 'graphql';
import { GraphQLJSON, GraphQLJSONObject } from 'graphql-scalars';
import { parse as parseLossless } from 'lossless-json';

/** A number that JavaScript would change: it stands in the input in its place, until `checkInput` refuses it by its path. */
export class UnkeepableNumber {
  constructor(readonly digits: string) {}
}

/** As written, without what does not change the value: `-0012.50e3` → `-125e2`. */
function canonical(text: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text) ?? [];
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  if (significant === '') return '0';
  return `${sign}${significant}e${Number(exponent) - fraction.length + (digits.length - significant.length)}`;
}

function keepable(text: string): number | UnkeepableNumber {
  const number = Number(text);
  return Number.isFinite(number) && canonical(String(number)) === canonical(text) ? number : new UnkeepableNumber(text);
}

/** What has no so long a number and no exponent where a value may begin cannot hold one that is changed. An id is a text, and has both. */
const mayHoldUnkeepable = /(?:^|[:[,])\s*-?\d(?:[\d.]{15}|[\d.]*[eE])/;

/** For a text that JSON.parse has accepted, which made the value. */
export function markUnkeepable(text: string, value: unknown): unknown {
  return mayHoldUnkeepable.test(text) ? parseLossless(text, null, keepable) : value;
}

/** JSON whose numbers are kept as they are, or refused. */
export const JSONObject = new GraphQLScalarType<object>({
  ...GraphQLJSONObject.toConfig(),
  description: 'A JSON object. Numbers that a double cannot hold digit by digit are refused: send them as text.',
  parseLiteral(node, variables) {
    const value = GraphQLJSONObject.parseLiteral(node, variables) as object;
    return hasUnkeepable(node) ? (withUnkeepable(node, value) as object) : value;
  },
});

/** The same for a value of any form. */
export const JSONValue = new GraphQLScalarType<unknown>({
  ...GraphQLJSON.toConfig(),
  description: 'Any JSON value. Numbers that a double cannot hold digit by digit are refused: send them as text.',
  parseLiteral(node, variables) {
    const value = GraphQLJSON.parseLiteral(node, variables);
    return hasUnkeepable(node) ? withUnkeepable(node, value) : value;
  },
});

function hasUnkeepable(node: ValueNode): boolean {
  let isFound = false;
  const look = ({ value }: { value: string }) => {
    isFound ||= typeof keepable(value) !== 'number';
  };
  visit(node, { IntValue: look, FloatValue: look });
  return isFound;
}

function withUnkeepable(node: ValueNode, value: unknown): unknown {
  if (node.kind === Kind.INT || node.kind === Kind.FLOAT) return keepable(node.value);
  if (node.kind === Kind.LIST) return node.values.map((inner, i) => withUnkeepable(inner, (value as unknown[])[i]));
  if (node.kind !== Kind.OBJECT) return value;
  return Object.fromEntries(
    node.fields.map((field) => [
      field.name.value,
      withUnkeepable(field.value, (value as Record<string, unknown>)[field.name.value]),
    ]),
  );
}
