import { Field, ID, ObjectType } from 'type-graphql';
import { DateTimeISO } from '../../graphql/date-time';

@ObjectType({
  description: 'Signs in without a password: a key that a device or a password manager keeps and gives to nobody.',
  simpleResolvers: true,
})
export class Passkey {
  @Field(() => ID, { description: 'For `removePasskey`.' })
  id!: string;

  @Field(() => String, { description: 'What it is, for people.' })
  name!: string;

  @Field(() => DateTimeISO, { description: 'When it was added.' })
  createdAt!: string;

  @Field(() => DateTimeISO, {
    nullable: true,
    description: 'When somebody last signed in with it; null if nobody has.',
  })
  lastUsedAt!: string | null;
}
