import { Field, ID, ObjectType } from 'type-graphql';
import { DateTimeISO } from '../../graphql/date-time';

@ObjectType({
  description: 'That somebody changed who may do what, or looked at it as an operator.',
  simpleResolvers: true,
})
export class AuditEntry {
  @Field(() => ID, { description: 'A UUID.' })
  id!: string;

  @Field(() => String, { description: 'What was done, such as `member.invite` or `apiKey.revoke`.' })
  action!: string;

  @Field(() => ID, { nullable: true, description: 'Who did it; null for an operator’s command.' })
  actorId!: string | null;

  @Field(() => String, { description: 'Their name at that time.' })
  actorName!: string;

  @Field(() => String, { nullable: true, description: 'To whom or what, in words.' })
  target!: string | null;

  @Field(() => String, { nullable: true, description: 'The network address it came from.' })
  address!: string | null;

  @Field(() => String, { description: 'Of the request, as in its answer’s `X-Request-Id`.' })
  requestId!: string;

  @Field(() => DateTimeISO, { description: 'When.' })
  createdAt!: string;
}
