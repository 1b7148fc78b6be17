import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'What happened on one day.', simpleResolvers: true })
export class DayCount {
  @Field(() => GraphQLLocalDate, { description: 'The day, in UTC.' })
  date!: string;

  @Field(() => Int, { description: 'How many there were; 0 on days without any.' })
  count!: number;
}
