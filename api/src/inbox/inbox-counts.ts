import { Field, Int, ObjectType } from 'type-graphql';
import { Label } from '../label/label';

@ObjectType({ description: 'How many active conversations have a label.', simpleResolvers: true })
export class LabelCount {
  @Field(() => Label, { description: 'Which label.' })
  label!: Label;

  @Field(() => Int, { description: 'Active conversations that have it; 0 where none has.' })
  count!: number;
}

@ObjectType({ description: 'How much is in each view of the inbox. Each is counted where it is asked for, exactly.' })
export class InboxCounts {}
