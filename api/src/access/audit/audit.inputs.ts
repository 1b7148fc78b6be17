import { Field, ID, InputType } from 'type-graphql';
import { DateTimeISO } from '../../graphql/date-time';

@InputType({ description: 'Which entries of an audit log are shown: those that meet every condition given.' })
export class AuditFilter {
  @Field(() => ID, { nullable: true, description: 'Done by this account or API key.' })
  actorId?: string | null;

  @Field(() => [String], { nullable: true, description: 'One of these was done, such as `member.invite`.' })
  action?: string[] | null;

  @Field(() => DateTimeISO, { nullable: true, description: 'Done at this moment or later.' })
  createdAfter?: Date | null;

  @Field(() => DateTimeISO, { nullable: true, description: 'Done before this moment.' })
  createdBefore?: Date | null;
}
