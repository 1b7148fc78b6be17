import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Constraint } from '../../graphql/constraint';
import { UserError } from '../../graphql/user-error';
import { Tenant } from '../../tenancy/tenant';
import { Role } from '../role';
import { Viewer } from '../viewer';
import { SingleSignOn } from './single-sign-on';

const errors = 'What to change about the input; empty on success.';

@InputType({ description: 'A company’s OpenID Connect provider.' })
export class SetSingleSignOnInput {
  @Field(() => ID, { description: 'Whose. Its present sessions by single sign-on end.' })
  tenantId!: string;

  @Field(() => String, {
    description: 'The provider’s address, such as https://login.example; its discovery document is read at once.',
  })
  @Constraint({ minLength: 1, maxLength: 500 })
  issuer!: string;

  @Field(() => String, { description: 'What the provider calls Atrium.' })
  @Constraint({ minLength: 1, maxLength: 300 })
  clientId!: string;

  @Field(() => String, { description: 'What the provider knows Atrium by. Stored encrypted, and never answered.' })
  @Constraint({ minLength: 1, maxLength: 1000 })
  clientSecret!: string;

  @Field(() => Role, {
    defaultValue: Role.MEMBER,
    description: 'What whoever comes in for the first time may do; not `OWNER`.',
  })
  role!: Role;
}

@ObjectType({ description: 'The provider, or what kept it from being set.', simpleResolvers: true })
export class SetSingleSignOnPayload {
  @Field(() => SingleSignOn, { nullable: true, description: 'Null where `userErrors` says why not.' })
  singleSignOn!: SingleSignOn | null;

  @Field(() => [UserError], { description: errors })
  userErrors!: UserError[];
}

@InputType({ description: 'A company that is to have no provider.' })
export class RemoveSingleSignOnInput {
  @Field(() => ID, { description: 'Which. Its present sessions by single sign-on end.' })
  tenantId!: string;
}

@ObjectType({ description: 'That the company has no provider any more.', simpleResolvers: true })
export class RemoveSingleSignOnPayload {
  @Field(() => Tenant, { nullable: true, description: 'Null where `userErrors` says why not.' })
  tenant!: Tenant | null;

  @Field(() => [UserError], { description: errors })
  userErrors!: UserError[];
}

@InputType({ description: 'Somebody who signs in by a company’s provider.' })
export class BeginSingleSignOnInput {
  @Field(() => String, { description: 'The company’s slug.' })
  @Constraint({ minLength: 1, maxLength: 200 })
  company!: string;
}

@ObjectType({ description: 'Where to go on.', simpleResolvers: true })
export class BeginSingleSignOnPayload {
  @Field(() => String, {
    nullable: true,
    description: 'The provider’s page. Good for ten minutes, once, and in the browser that got the cookie.',
  })
  url!: string | null;

  @Field(() => [UserError], { description: 'The same for an unknown company and for one without a provider.' })
  userErrors!: UserError[];
}

@InputType({ description: 'What the provider sent the browser back with.' })
export class FinishSingleSignOnInput {
  @Field(() => String, { description: 'The parameter `code` of the address.' })
  @Constraint({ minLength: 1, maxLength: 8000 })
  code!: string;

  @Field(() => String, { description: 'The parameter `state` of the address.' })
  @Constraint({ minLength: 1, maxLength: 200 })
  state!: string;

  @Field(() => String, { nullable: true, description: 'The parameter `iss` of the address, where there is one.' })
  @Constraint({ maxLength: 500 })
  iss?: string | null;
}

@ObjectType({ description: 'A session that opens the one company, or why there is none.', simpleResolvers: true })
export class FinishSingleSignOnPayload {
  @Field(() => Viewer, { nullable: true, description: 'Who has signed in; null where `userErrors` says why not.' })
  viewer!: Viewer | null;

  @Field(() => String, { nullable: true, description: 'For `Authorization: Bearer`; browsers have a cookie instead.' })
  token!: string | null;

  @Field(() => Tenant, { nullable: true, description: 'The company.' })
  tenant!: Tenant | null;

  @Field(() => [UserError], { description: errors })
  userErrors!: UserError[];
}
