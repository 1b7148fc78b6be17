import { Field, ObjectType, registerEnumType } from 'type-graphql';

export enum UserErrorCode {
  Required = 'REQUIRED',
  TooShort = 'TOO_SHORT',
  TooLong = 'TOO_LONG',
  Invalid = 'INVALID',
  NotFound = 'NOT_FOUND',
  Conflict = 'CONFLICT',
}

registerEnumType(UserErrorCode, {
  name: 'UserErrorCode',
  description: 'What is wrong with a field of an input, for programs.',
  valuesConfig: {
    Required: { description: 'It is missing or blank.' },
    TooShort: { description: 'It has fewer characters than the schema’s `@constraint` asks for.' },
    TooLong: { description: 'It has more characters or bytes than the schema’s `@constraint` allows.' },
    Invalid: { description: 'It does not have the expected form, or holds characters that cannot be stored.' },
    NotFound: { description: 'The id belongs to nothing in this tenant.' },
    Conflict: { description: 'It contradicts what is stored, such as an idempotency key that was used for another input.' },
  },
});

@ObjectType({ description: 'Something about the input that the sender can put right. Nothing was changed.', simpleResolvers: true })
export class UserError {
  @Field(() => UserErrorCode, { description: 'For programs.' })
  code!: UserErrorCode;

  @Field(() => [String], { description: 'The path to the field within `input`, such as `["email"]` or `["metadata", "notes"]`.' })
  field!: string[];

  @Field(() => String, { description: 'For people: one sentence that says what is expected.' })
  message!: string;
}

export const notFound = (field: string, what: string): UserError => ({
  code: UserErrorCode.NotFound,
  field: [field],
  message: `There is no ${what} with this id.`,
});

export const keyConflict = (): UserError => ({
  code: UserErrorCode.Conflict,
  field: ['idempotencyKey'],
  message: 'This idempotency key was used for another input within the last 24 hours. Send a new one.',
});
