import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Constraint } from '../../graphql/constraint';
import { UserError } from '../../graphql/user-error';
import { Tenant } from '../../tenancy/tenant';
import { Viewer } from '../viewer';

const password = { minLength: 10, maxLength: 200 };
const errors = 'What to change about the input; empty on success.';

@InputType({ description: 'Somebody who has no account yet.' })
export class SignUpInput {
  @Field(() => String, { description: 'As colleagues are to see it.' })
  @Constraint({ minLength: 1, maxLength: 200 })
  name!: string;

  @Field(() => String, { description: 'To sign in with. One account for each address.' })
  @Constraint({ minLength: 1, maxLength: 320, format: 'EMAIL' })
  email!: string;

  @Field(() => String, { description: 'Any characters, white space included.' })
  @Constraint(password)
  password!: string;

  @Field(() => String, {
    nullable: true,
    description: 'A company to register in the same step, which the account then owns.',
  })
  @Constraint({ minLength: 1, maxLength: 200 })
  companyName?: string | null;
}

@ObjectType({ description: 'The new account, signed in, or what kept it from being made.', simpleResolvers: true })
export class SignUpPayload {
  @Field(() => Viewer, { nullable: true, description: 'Signed in at once; null where `userErrors` says why not.' })
  viewer!: Viewer | null;

  @Field(() => Tenant, {
    nullable: true,
    description:
      'The company, where one was asked for. Null with a `viewer` where it could not be made at the moment: `createTenant` makes it.',
  })
  tenant!: Tenant | null;

  @Field(() => String, { nullable: true, description: 'For `Authorization: Bearer`; browsers have a cookie instead.' })
  token!: string | null;

  @Field(() => [UserError], { description: errors })
  userErrors!: UserError[];
}

@InputType({ description: 'Somebody who has an account.' })
export class SignInInput {
  @Field(() => String, { description: 'The account’s address, in any case.' })
  @Constraint({ minLength: 1, maxLength: 320 })
  email!: string;

  @Field(() => String, { description: 'The account’s password.' })
  @Constraint({ minLength: 1, maxLength: 200 })
  password!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Of the authenticator app, or a recovery code; asked for as `REQUIRED` where the account has a second step.',
  })
  @Constraint({ maxLength: 50 })
  code?: string | null;
}

@ObjectType({ description: 'The session, or why there is none.', simpleResolvers: true })
export class SignInPayload {
  @Field(() => Viewer, { nullable: true, description: 'Who has signed in; null where `userErrors` says why not.' })
  viewer!: Viewer | null;

  @Field(() => String, { nullable: true, description: 'For `Authorization: Bearer`; browsers have a cookie instead.' })
  token!: string | null;

  @Field(() => [UserError], { description: 'The same for an unknown address and for a wrong password.' })
  userErrors!: UserError[];
}

@InputType({ description: 'Somebody to whom an operator gave a link.' })
export class SignInWithLinkInput {
  @Field(() => String, { description: 'From the link, which is good for 15 minutes and once.' })
  @Constraint({ minLength: 1, maxLength: 200 })
  token!: string;
}

@ObjectType({ description: 'That sessions have ended.', simpleResolvers: true })
export class SignOutPayload {
  @Field(() => [UserError], { description: errors })
  userErrors!: UserError[];
}

@InputType({ description: 'A session to end.' })
export class RevokeSessionInput {
  @Field(() => ID, { description: 'One of `viewer.sessions`.' })
  id!: string;
}

@InputType({ description: 'What others see of the viewer.' })
export class UpdateProfileInput {
  @Field(() => String, { description: 'As colleagues are to see it.' })
  @Constraint({ minLength: 1, maxLength: 200 })
  name!: string;
}

@InputType({ description: 'A new password for the viewer; all other sessions end.' })
export class ChangePasswordInput {
  @Field(() => String, { description: 'The present one.' })
  @Constraint({ minLength: 1, maxLength: 200 })
  currentPassword!: string;

  @Field(() => String, { description: 'Any characters, white space included.' })
  @Constraint(password)
  newPassword!: string;
}

@ObjectType({
  description: 'The viewer as it is afterwards, or what kept it from being changed.',
  simpleResolvers: true,
})
export class ViewerPayload {
  @Field(() => Viewer, { nullable: true, description: 'Null where `userErrors` says why not.' })
  viewer!: Viewer | null;

  @Field(() => [UserError], { description: errors })
  userErrors!: UserError[];
}

@InputType({ description: 'Somebody who forgot the password.' })
export class RequestPasswordResetInput {
  @Field(() => String, { description: 'The account’s address.' })
  @Constraint({ minLength: 1, maxLength: 320, format: 'EMAIL' })
  email!: string;
}

@ObjectType({ description: 'The same whether the address has an account or not.', simpleResolvers: true })
export class RequestPasswordResetPayload {
  @Field(() => [UserError], { description: errors })
  userErrors!: UserError[];
}

@InputType({ description: 'What came by mail, and the new password; all sessions end.' })
export class ResetPasswordInput {
  @Field(() => String, { description: 'From the link, which is good for an hour and once.' })
  @Constraint({ minLength: 1, maxLength: 200 })
  token!: string;

  @Field(() => String, { description: 'Any characters, white space included.' })
  @Constraint(password)
  newPassword!: string;
}
