import { Field, InputType, ObjectType } from 'type-graphql';
import { UserError } from '../../graphql/user-error';

@ObjectType({
  description: 'What happens to conversations by itself, as the company has decided.',
  simpleResolvers: true,
})
export class DeskRules {
  @Field(() => Boolean, {
    description:
      'Whether a member who answers a conversation that nobody has to answer gets it. True until it is changed.',
  })
  assignsFirstAnswer!: boolean;
}

@InputType({ description: 'What to change about the rules. What is left out stays.' })
export class SetDeskRulesInput {
  @Field(() => Boolean, { nullable: true, description: 'Whether who answers an unassigned conversation gets it.' })
  assignsFirstAnswer?: boolean | null;
}

@ObjectType({ description: 'The rules, or what kept them from being changed.', simpleResolvers: true })
export class SetDeskRulesPayload {
  @Field(() => DeskRules, { nullable: true, description: 'As they are now; null where `userErrors` says why not.' })
  deskRules!: DeskRules | null;

  @Field(() => [UserError], { description: 'What to change about the input; empty on success.' })
  userErrors!: UserError[];
}

export const rulesOfEverybody: DeskRules = { assignsFirstAnswer: true };
