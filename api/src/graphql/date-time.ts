import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const isoDateTime = /^(\d{4})-(\d{2})-(\d{2})T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

function parseDateTime(value: unknown): Date {
  const [, year, month, day] = (typeof value === 'string' && isoDateTime.exec(value)) || [];
  const parsed = new Date(year === undefined ? Number.NaN : String(value));
  if (Number.isNaN(parsed.getTime())) {
    throw new GraphQLError(
      `Expected a date and time with its offset, such as "2026-11-24T09:30:00Z", got ${JSON.stringify(value)}.`,
    );
  }
  // JavaScript takes 30 February for 2 March.
  if (new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDate() !== Number(day)) {
    throw new GraphQLError(`Expected a day that exists, got ${JSON.stringify(value)}.`);
  }
  return parsed;
}

/** Text from the database passes through untouched: it is printed in this form already (database/types.ts). */
export const DateTimeISO = new GraphQLScalarType<Date, string>({
  name: 'DateTimeISO',
  description:
    'A moment in ISO 8601 with its offset. Answers are in UTC with milliseconds: `2026-11-24T09:30:00.000Z`. Arguments may carry any offset.',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/date-time.html',
  serialize: (value) => (value instanceof Date ? value.toISOString() : String(value)),
  parseValue: parseDateTime,
  parseLiteral: (node) => {
    if (node.kind !== Kind.STRING)
      throw new GraphQLError('Expected a date and time in quotation marks.', { nodes: node });
    return parseDateTime(node.value);
  },
});
