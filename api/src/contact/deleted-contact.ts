import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTimeISO } from '../graphql/date-time';

@ObjectType({
  description: 'A contact that was deleted, and that `restoreContact` brings back.',
  simpleResolvers: true,
})
export class DeletedContact {
  @Field(() => ID, { description: 'The contact’s own, for `restoreContact`.' })
  id!: string;

  @Field(() => String, { description: 'As it was when the contact was deleted, like all that follows.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Null where only a telephone number was known.' })
  email!: string | null;

  @Field(() => String, { nullable: true, description: 'Null where only an email address was known.' })
  phone!: string | null;

  @Field(() => String, { nullable: true, description: 'The organisation the contact worked for.' })
  company!: string | null;

  @Field(() => Int, { description: 'How many conversations come back with the contact.' })
  conversationCount!: number;

  @Field(() => DateTimeISO, { description: 'When it was deleted.' })
  deletedAt!: string;

  @Field(() => DateTimeISO, { description: 'Until when it can be restored, 30 days later; then it is gone.' })
  restorableUntil!: string;
}
