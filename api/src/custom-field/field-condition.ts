import { Field, InputType, registerEnumType } from 'type-graphql';
import { nameIn } from '../graphql/enum-name';
import { badArgument } from '../graphql/errors';
import { JSONValue, UnkeepableNumber } from '../graphql/json-object';
import { requireStorable } from '../graphql/storable';

export enum FieldOperator {
  IS_SET = 'isSet',
  IS_NOT_SET = 'isNotSet',
  EQUALS = 'equals',
  ONE_OF = 'oneOf',
  CONTAINS = 'contains',
  AT_LEAST = 'atLeast',
  AT_MOST = 'atMost',
}

registerEnumType(FieldOperator, {
  name: 'FieldOperator',
  description:
    'How a custom field’s value is compared. `EQUALS` and `ONE_OF` use an index; the others look at the contacts one after the other, which takes the longer the fewer there are that meet them.',
  valuesConfig: {
    IS_SET: { description: 'There is a value. Has no index.' },
    IS_NOT_SET: { description: 'There is none. Has no index.' },
    EQUALS: { description: 'It is this text, number, `true` or `false`; of `CHOICES`, it is among those chosen.' },
    ONE_OF: { description: 'It equals one of a list of at most 50.' },
    CONTAINS: { description: 'It has this text in it, in any case; of `CHOICES`, one of them has. Has no index.' },
    AT_LEAST: { description: 'It is this number or a larger one; this day or a later one. Has no index.' },
    AT_MOST: { description: 'It is this number or a smaller one; this day or an earlier one. Has no index.' },
  },
});

@InputType({ description: 'A condition on one custom field. A key that no field has is met by `IS_NOT_SET` alone.' })
export class FieldCondition {
  @Field(() => String, { description: 'Of the custom field.' })
  key!: string;

  @Field(() => FieldOperator, { defaultValue: FieldOperator.EQUALS, description: 'How its value is compared.' })
  operator!: FieldOperator;

  @Field(() => JSONValue, {
    nullable: true,
    description:
      'What with: in the form of the field’s kind, or a list of such for `ONE_OF`. `IS_SET` and `IS_NOT_SET` take none.',
  })
  value?: unknown;
}

export const [mostConditions, mostOneOf] = [10, 50];

/** Errors: `BAD_USER_INPUT` naming `filter.fields`. */
export function requireConditions(conditions: readonly FieldCondition[]): void {
  if (conditions.length > mostConditions) throw bad(`expected at most ${mostConditions} conditions.`);
  requireStorable(
    'filter.fields.key',
    conditions.map(({ key }) => key),
  );
  for (const { operator, value } of conditions) {
    const expected = expectedOf[operator];
    const values = Array.isArray(value) ? value : [value];
    if (!expected.fits(value))
      throw bad(
        `expected the value that goes with a key to be ${expected.what}, for ${nameIn(FieldOperator, operator)}.`,
      );
    requireStorable(
      'filter.fields.value',
      values.filter((each) => typeof each === 'string'),
    );
  }
}

const bad = (expected: string) => badArgument('filter.fields', expected);

const isScalar = (value: unknown): boolean =>
  ['string', 'number', 'boolean'].includes(typeof value) && !(value instanceof UnkeepableNumber);

const expectedOf: Record<FieldOperator, { what: string; fits(value: unknown): boolean }> = {
  [FieldOperator.IS_SET]: { what: 'any value', fits: () => true },
  [FieldOperator.IS_NOT_SET]: { what: 'any value', fits: () => true },
  [FieldOperator.EQUALS]: { what: 'a text, a number, true or false', fits: isScalar },
  [FieldOperator.ONE_OF]: {
    what: `a list of at most ${mostOneOf} texts, numbers, true or false`,
    fits: (value) => Array.isArray(value) && value.length <= mostOneOf && value.every(isScalar),
  },
  [FieldOperator.CONTAINS]: { what: 'a text', fits: (value) => typeof value === 'string' && value.length <= 500 },
  [FieldOperator.AT_LEAST]: { what: 'a number or a date such as "2026-11-30"', fits: isOrdered },
  [FieldOperator.AT_MOST]: { what: 'a number or a date such as "2026-11-30"', fits: isOrdered },
};

function isOrdered(value: unknown): boolean {
  return typeof value === 'number' || (typeof value === 'string' && value.length <= 500);
}
