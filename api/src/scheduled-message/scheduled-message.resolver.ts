import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Actor } from '../access/actor/actor';
import { Conversation } from '../conversation/conversation';
import type { RequestContext } from '../graphql/context';
import { write } from '../graphql/write';
import { checkSendAt, jobsFor } from './moments';
import { ScheduledMessage } from './scheduled-message';
import {
  CancelScheduledMessageInput,
  ChangeScheduledMessageInput,
  ScheduleMessageInput,
} from './scheduled-message.inputs';
import {
  CancelScheduledMessagePayload,
  ChangeScheduledMessagePayload,
  ScheduleMessagePayload,
  type SchedulingPayload,
} from './scheduled-message.payloads';
import {
  cancelScheduled,
  changeScheduled,
  findScheduled,
  mostOfConversation,
  schedule,
} from './scheduled-message.repository';

@Resolver(() => ScheduledMessage)
export class ScheduledMessageResolver {
  @FieldResolver(() => Actor, {
    nullable: true,
    description: 'Who scheduled it, and will have written it; null for the operator.',
  })
  async author(@Root() { authorId }: ScheduledMessage, @Ctx() { loaders }: RequestContext): Promise<Actor | null> {
    return authorId === null ? null : loaders.actor.load(authorId);
  }

  @Mutation(() => ScheduleMessagePayload, {
    description:
      'Has a message sent later, once, as `sendMessage` would send it then. Until it is sent, colleagues see it in its conversation, and the contact does not.',
  })
  scheduleMessage(
    @Arg('input', () => ScheduleMessageInput, { description: 'The message, and when.' }) input: ScheduleMessageInput,
    @Ctx() ctx: RequestContext,
  ): Promise<SchedulingPayload> {
    return write(ctx, nothing, {
      ...scheduling,
      Input: ScheduleMessageInput,
      input,
      check: checkSendAt(input.sendAt),
      jobs: jobsFor(input.sendAt),
      work: (inside) => schedule(inside, input),
      repeat: { operation: 'scheduleMessage', answer: findScheduled },
    });
  }

  @Mutation(() => ChangeScheduledMessagePayload, {
    description:
      'Changes what is sent later, or when. One that was not sent waits again, as the caller’s own: to be sent at once where nothing else is said.',
  })
  changeScheduledMessage(
    @Arg('input', () => ChangeScheduledMessageInput, { description: 'What to change.' })
    input: ChangeScheduledMessageInput,
    @Ctx() ctx: RequestContext,
  ): Promise<SchedulingPayload> {
    return write(ctx, nothing, {
      ...scheduling,
      Input: ChangeScheduledMessageInput,
      input,
      check: checkSendAt(input.sendAt),
      jobs: jobsFor(input.sendAt ?? new Date()),
      work: (inside) => changeScheduled(inside, input),
    });
  }

  @Mutation(() => CancelScheduledMessagePayload, { description: 'Keeps a message from being sent.' })
  cancelScheduledMessage(
    @Arg('input', () => CancelScheduledMessageInput, { description: 'Which one.' }) input: CancelScheduledMessageInput,
    @Ctx() ctx: RequestContext,
  ): Promise<CancelScheduledMessagePayload> {
    return write(
      ctx,
      { cancelledScheduledMessageId: null, conversation: null },
      {
        ...scheduling,
        Input: CancelScheduledMessageInput,
        input,
        async work(inside) {
          const { scheduledMessage, conversation } = await cancelScheduled(inside, input.id);
          return { cancelledScheduledMessageId: scheduledMessage.id, conversation };
        },
      },
    );
  }
}

const nothing = { scheduledMessage: null, conversation: null };
const scheduling = { can: 'conversations:write' as const };
const usualCount = 2;

@Resolver(() => Conversation)
export class ScheduledMessagesOfConversationResolver {
  @FieldResolver(() => [ScheduledMessage], {
    description: `What is to be sent later, and what was not sent, in order of \`sendAt\`; at most ${mostOfConversation}.`,
    complexity: ({ childComplexity }) => usualCount * (1 + childComplexity),
  })
  scheduledMessages(@Root() { id }: Conversation, @Ctx() { loaders }: RequestContext): Promise<ScheduledMessage[]> {
    return loaders.scheduledMessages.load(id);
  }
}
