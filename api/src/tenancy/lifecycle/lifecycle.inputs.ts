import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Constraint } from '../../graphql/constraint';
import { UserError } from '../../graphql/user-error';
import { Tenant } from '../tenant';
import { ClosedTenant } from './closed-tenant';

@InputType({ description: 'What a company is to be called.' })
export class RenameTenantInput {
  @Field(() => ID, { description: 'The company’s id.' })
  id!: string;

  @Field(() => String, { description: 'Its new name.' })
  @Constraint({ minLength: 1, maxLength: 200 })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Its name in addresses: small letters, digits and hyphens. Left out, it is made from the name. The one before leads on to the company, and is given to no other.',
  })
  @Constraint({ minLength: 1, maxLength: 50 })
  slug?: string | null;
}

@ObjectType({ description: 'The company by its new name, or why it keeps the old one.', simpleResolvers: true })
export class RenameTenantPayload {
  @Field(() => Tenant, { nullable: true, description: 'Null where `userErrors` says why not.' })
  tenant!: Tenant | null;

  @Field(() => [UserError], { description: 'What to change about the input; empty on success.' })
  userErrors!: UserError[];
}

@InputType({ description: 'The company to delete.' })
export class DeleteTenantInput {
  @Field(() => ID, { description: 'The company’s id.' })
  id!: string;

  @Field(() => String, { description: 'Its name, as somebody typed it: with another one, nothing is deleted.' })
  @Constraint({ minLength: 1, maxLength: 200 })
  confirmName!: string;
}

@ObjectType({ description: 'The company, closed by now, or why it was not deleted.', simpleResolvers: true })
export class DeleteTenantPayload {
  @Field(() => ClosedTenant, {
    nullable: true,
    description: 'With the moment at which it is dropped; null where `userErrors` says why not.',
  })
  closedTenant!: ClosedTenant | null;

  @Field(() => [UserError], { description: 'What to change about the input; empty on success.' })
  userErrors!: UserError[];
}

@InputType({ description: 'The company whose deletion is taken back.' })
export class RestoreTenantInput {
  @Field(() => ID, { description: 'The company’s id.' })
  id!: string;
}

@ObjectType({ description: 'The company as it was, or why it was not restored.', simpleResolvers: true })
export class RestoreTenantPayload {
  @Field(() => Tenant, {
    nullable: true,
    description:
      'In use again. Null where `userErrors` says why not, where the viewer may not open it, and where it is suspended as it was before.',
  })
  tenant!: Tenant | null;

  @Field(() => [UserError], { description: 'What to change about the input; empty on success.' })
  userErrors!: UserError[];
}
