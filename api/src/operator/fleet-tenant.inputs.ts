import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Constraint } from '../graphql/constraint';
import { UserError } from '../graphql/user-error';
import { FleetTenant } from './fleet-tenant';

@InputType({ description: 'The company to close.' })
export class SuspendTenantInput {
  @Field(() => ID, { description: 'The company’s id.' })
  id!: string;

  @Field(() => String, { description: 'Why, in a sentence: its members read it.' })
  @Constraint({ minLength: 1, maxLength: 500 })
  reason!: string;
}

@InputType({ description: 'The company to open again.' })
export class ResumeTenantInput {
  @Field(() => ID, { description: 'The company’s id.' })
  id!: string;
}

@ObjectType({ description: 'The company as it is now, or why it is as it was.', simpleResolvers: true })
export class FleetTenantPayload {
  @Field(() => FleetTenant, { nullable: true, description: 'Null where `userErrors` says why not.' })
  fleetTenant!: FleetTenant | null;

  @Field(() => [UserError], { description: 'What to change about the input; empty on success.' })
  userErrors!: UserError[];
}
