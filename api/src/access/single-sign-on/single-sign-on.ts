import { Field, ObjectType } from 'type-graphql';
import { DateTimeISO } from '../../graphql/date-time';
import { Role } from '../role';

@ObjectType({
  description: 'The OpenID Connect provider by which people of a company sign in. Its secret is never answered.',
  simpleResolvers: true,
})
export class SingleSignOn {
  @Field(() => String, { description: 'The provider’s address, as its own discovery document has it.' })
  issuer!: string;

  @Field(() => String, { description: 'What the provider calls Atrium.' })
  clientId!: string;

  @Field(() => Role, { description: 'What whoever comes in for the first time may do.' })
  role!: Role;

  @Field(() => DateTimeISO, { description: 'When it was last set.' })
  updatedAt!: string;
}
