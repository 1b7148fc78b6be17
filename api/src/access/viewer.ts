import { Field, ID, ObjectType } from 'type-graphql';
import { isOperator } from './permission';
import type { Principal } from './principal';

@ObjectType({ description: 'The person or program that sends the request.' })
export class Viewer {
  constructor(readonly principal: Principal) {}

  @Field(() => ID, { description: 'Stays the same for as long as the account or key exists.' })
  get id(): string {
    return this.principal.id;
  }

  @Field(() => String, { description: 'The name to show beside what the viewer does.' })
  get name(): string {
    return this.principal.name;
  }

  @Field(() => String, {
    nullable: true,
    description: 'The address the viewer signs in with; null for a program with a key.',
  })
  get email(): string | null {
    return this.principal.kind === 'key' ? null : this.principal.email;
  }

  @Field(() => Boolean, { description: 'Whether they steer the deployment. It opens no company to them.' })
  get isOperator(): boolean {
    return isOperator(this.principal);
  }
}
