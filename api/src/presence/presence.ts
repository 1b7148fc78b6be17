import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { conversationPayload } from '../conversation/conversation.payloads';

/** Its fields are resolved: what goes between processes are ids. */
@ObjectType({ description: 'Who is at a conversation at this moment.' })
export class Presence {
  viewerIds!: string[];
  typingIds!: string[];
}

@InputType({ description: 'Whether the caller is writing at this moment.' })
export class SetTypingInput {
  @Field(() => ID, { description: 'In which conversation.' })
  conversationId!: string;

  @Field(() => Boolean, { description: 'True while they write, again every three seconds; false when they stop.' })
  isTyping!: boolean;
}

export const SetTypingPayload = conversationPayload(
  'SetTypingPayload',
  'The conversation, or what kept the others from being told.',
);
