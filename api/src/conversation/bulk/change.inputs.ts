import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { ConversationStatus } from '../../contact/conversation-status';
import { DateTimeISO } from '../../graphql/date-time';
import { UserError } from '../../graphql/user-error';
import { Conversation } from '../conversation';
import { Priority } from '../priority';

export const mostAtOnce = 100;

@InputType({ description: 'What to change about each conversation. What is left out stays.' })
export class ConversationChange {
  @Field(() => ConversationStatus, {
    nullable: true,
    description: 'Closes, reopens or snoozes it, and says so in the thread.',
  })
  status?: ConversationStatus | null;

  @Field(() => DateTimeISO, {
    nullable: true,
    description: 'With `status` SNOOZED: when it returns; null, or left out, when the contact writes.',
  })
  snoozedUntil?: Date | null;

  @Field(() => ID, { nullable: true, description: 'The account of a member who may write; null for nobody.' })
  assigneeId?: string | null;

  @Field(() => Priority, { nullable: true, description: 'How much it matters.' })
  priority?: Priority | null;

  @Field(() => [ID], { nullable: true, description: 'All labels that it is to have: others are taken off.' })
  labelIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Labels to put on it besides those that it has.' })
  addLabelIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Labels to take off it.' })
  removeLabelIds?: string[] | null;
}

@InputType({ description: 'Conversations, and what to change about all of them.' })
export class ChangeConversationsInput {
  @Field(() => [ID], { description: `Which conversations, at most ${mostAtOnce}.` })
  ids!: string[];

  @Field(() => ConversationChange, { description: 'The same for each.' })
  change!: ConversationChange;
}

/** There are few at a time, though each of a hundred results may have some. */
const asOne = ({ childComplexity }: { childComplexity: number }): number => 1 + childComplexity;

@ObjectType({
  description: 'What a conversation was before: given back as a change, it undoes one.',
  simpleResolvers: true,
})
export class ConversationBefore {
  @Field(() => ConversationStatus, { description: 'Whether it wanted attention.' })
  status!: ConversationStatus;

  @Field(() => DateTimeISO, { nullable: true, description: 'When it was to return; null unless it was snoozed so.' })
  snoozedUntil!: string | null;

  @Field(() => ID, { nullable: true, description: 'The account that had it to answer; null for nobody.' })
  assigneeId!: string | null;

  @Field(() => Priority, { description: 'How much it mattered.' })
  priority!: Priority;

  @Field(() => [ID], { description: 'The labels that it had.' })
  labelIds!: string[];
}

@ObjectType({ description: 'What became of one of many conversations.', simpleResolvers: true })
export class ConversationChangeResult {
  @Field(() => ID, { description: 'As it was given.' })
  id!: string;

  @Field(() => Conversation, { nullable: true, description: 'As it is now; null where `userErrors` says why not.' })
  conversation!: Conversation | null;

  @Field(() => ConversationBefore, { nullable: true, description: 'As it was before; null where nothing was changed.' })
  before!: ConversationBefore | null;

  @Field(() => [UserError], {
    description: 'Why this one was left as it was; empty on success.',
    complexity: asOne,
  })
  userErrors!: UserError[];
}

@ObjectType({
  description: 'What became of each conversation, or what kept all from being changed.',
  simpleResolvers: true,
})
export class ChangeConversationsPayload {
  @Field(() => [ConversationChangeResult], {
    nullable: true,
    complexity: ({ childComplexity }) => mostAtOnce * (1 + childComplexity),
    description: 'In the order of the ids; null where `userErrors` says why nothing was changed.',
  })
  results!: ConversationChangeResult[] | null;

  @Field(() => [UserError], {
    complexity: asOne,
    description: 'What to change about the input; empty on success.',
  })
  userErrors!: UserError[];
}
