import { Field, InputType, ObjectType } from 'type-graphql';
import { Constraint } from '../../graphql/constraint';
import { UserError } from '../../graphql/user-error';
import { Viewer } from '../viewer';

const errors = 'What to change about the input; empty on success.';
const codes =
  'Each opens a session once, instead of a code of the app. Answered this once: only hashes of them are kept.';

@ObjectType({ description: 'A secret for an authenticator app, which nothing asks for yet.', simpleResolvers: true })
export class BeginTwoFactorPayload {
  @Field(() => String, { nullable: true, description: 'In Base32, to type it; null where `userErrors` says why not.' })
  secret!: string | null;

  @Field(() => String, { nullable: true, description: 'The same as an `otpauth:` address, for a QR code.' })
  uri!: string | null;

  @Field(() => [UserError], { description: 'Why nothing was begun; empty on success.' })
  userErrors!: UserError[];
}

@InputType({ description: 'That the app has the secret, and that it is the person who says so.' })
export class EnableTwoFactorInput {
  @Field(() => String, { description: 'The six digits that the app shows.' })
  @Constraint({ minLength: 1, maxLength: 20 })
  code!: string;

  @Field(() => String, { description: 'The account’s password.' })
  @Constraint({ minLength: 1, maxLength: 200 })
  password!: string;
}

@InputType({ description: 'That it is the person who asks.' })
export class DisableTwoFactorInput {
  @Field(() => String, { description: 'The account’s password.' })
  @Constraint({ minLength: 1, maxLength: 200 })
  password!: string;
}

@InputType({ description: 'That it is the person who asks.' })
export class RenewRecoveryCodesInput {
  @Field(() => String, { description: 'The account’s password.' })
  @Constraint({ minLength: 1, maxLength: 200 })
  password!: string;
}

@ObjectType({ description: 'Recovery codes, or what kept them from being made.', simpleResolvers: true })
export class RecoveryCodesPayload {
  @Field(() => [String], { nullable: true, description: codes })
  recoveryCodes!: string[] | null;

  @Field(() => Viewer, { nullable: true, description: 'Null where `userErrors` says why not.' })
  viewer!: Viewer | null;

  @Field(() => [UserError], { description: errors })
  userErrors!: UserError[];
}
