import { Field, InputType, ObjectType } from 'type-graphql';
import { Constraint } from '../graphql/constraint';
import { UserError } from '../graphql/user-error';
import { Tenant } from './tenant';

@InputType({ description: 'A company to register.' })
export class CreateTenantInput {
  @Field(() => String, {
    description: "The company's name. Other companies may have the same one; the slug tells them apart.",
  })
  @Constraint({ minLength: 1, maxLength: 200 })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Any text of your own. Sent again with the same name within 24 hours, it answers the tenant of the first time.',
  })
  @Constraint({ minLength: 1, maxLength: 200 })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'The registered company, or what kept it from being registered.', simpleResolvers: true })
export class CreateTenantPayload {
  @Field(() => Tenant, { nullable: true, description: 'Ready for use at once; null where `userErrors` says why not.' })
  tenant!: Tenant | null;

  @Field(() => [UserError], { description: 'What to change about the input; empty when the tenant exists.' })
  userErrors!: UserError[];
}
