import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../graphql/context';
import { requireId } from '../../graphql/user-error';
import { write } from '../../graphql/write';
import type { Write } from '../../graphql/write-transaction';
import { Conversation } from '../conversation';
import type { ConversationPayload } from '../conversation.payloads';
import {
  MarkConversationReadInput,
  MarkConversationReadPayload,
  MarkConversationUnreadInput,
  MarkConversationUnreadPayload,
} from './unread.inputs';
import { markRead, markUnread, type Reading } from './unread.repository';

@Resolver(() => Conversation)
export class UnreadResolver {
  @FieldResolver(() => Int, {
    description: 'How many lines came after the last one that the caller has read, their own included.',
  })
  unreadCount(
    @Root() { id: conversationId }: Conversation,
    @Ctx() { loaders, askerId: readerId }: RequestContext,
  ): Promise<number> {
    return loaders.unread.load({ conversationId, readerId });
  }

  @Mutation(() => MarkConversationReadPayload, {
    description: 'Remembers how far the caller has read. Nobody else hears of it.',
  })
  markConversationRead(
    @Arg('input', () => MarkConversationReadInput, { description: 'Which conversation, and how far.' })
    input: MarkConversationReadInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ConversationPayload> {
    const mark = (inside: Write, reading: Reading) => markRead(inside, reading, input.number);
    return write(ctx, nothing, { ...marking(ctx, input.id, mark), Input: MarkConversationReadInput, input });
  }

  @Mutation(() => MarkConversationUnreadPayload, {
    description: 'Makes the end of a conversation unread for the caller. Nobody else hears of it.',
  })
  markConversationUnread(
    @Arg('input', () => MarkConversationUnreadInput, { description: 'Which conversation, and from where on.' })
    input: MarkConversationUnreadInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ConversationPayload> {
    const mark = (inside: Write, reading: Reading) => markUnread(inside, reading, input.number ?? null);
    return write(ctx, nothing, { ...marking(ctx, input.id, mark), Input: MarkConversationUnreadInput, input });
  }
}

const nothing = { conversation: null };

/** What one has read is one's own: whoever may read may mark. */
function marking(
  ctx: RequestContext,
  givenId: string,
  mark: (write: Write, reading: Reading) => Promise<Conversation>,
) {
  return {
    can: 'conversations:read' as const,
    work: async (inside: Write) => {
      const conversationId = requireId('id', givenId, 'conversation');
      return { conversation: await mark(inside, { conversationId, readerId: ctx.askerId }) };
    },
  };
}
