import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root, Subscription } from 'type-graphql';
import { Account } from '../access/account/account';
import { Conversation } from '../conversation/conversation';
import type { ConversationPayload } from '../conversation/conversation.payloads';
import type { RequestContext } from '../graphql/context';
import { notFound } from '../graphql/user-error';
import { Presence, SetTypingInput, SetTypingPayload } from './presence';

const usualViewers = 2;
const complexity = ({ childComplexity }: { childComplexity: number }) => usualViewers * (1 + childComplexity);

@Resolver(() => Presence)
export class PresenceResolver {
  @FieldResolver(() => [Account], { description: 'Who has it open, on however many screens.', complexity })
  viewers(@Root() { viewerIds }: Presence, @Ctx() ctx: RequestContext): Promise<Account[]> {
    return accountsOf(ctx, viewerIds);
  }

  @FieldResolver(() => [Account], { description: 'Who of them is writing.', complexity })
  typing(@Root() { typingIds }: Presence, @Ctx() ctx: RequestContext): Promise<Account[]> {
    return accountsOf(ctx, typingIds);
  }

  @Subscription(() => Presence, {
    description:
      'Who is at a conversation: at once, and with each change. A person who listens is there themselves until they stop; a program is not. Nothing ever comes of an id that is not one of this tenant.',
    subscribe: async ({ args, context }: { args: { conversationId: string }; context: RequestContext }) => {
      const conversation = await context.loaders.conversation.load(args.conversationId);
      if (!conversation) return context.presence.watch(null, null);
      await context.introduce();
      return context.presence.watch(conversation.id, accountIdOf(context));
    },
  })
  presence(
    @Arg('conversationId', () => ID, { description: 'Of which conversation.' }) _conversationId: string,
    @Root() seen: Presence,
  ): Presence {
    return seen;
  }

  @Mutation(() => SetTypingPayload, {
    description:
      'Tells those who listen to `presence` that the caller is writing. It holds for six seconds, and nothing is stored.',
  })
  async setTyping(
    @Arg('input', () => SetTypingInput, { description: 'Where, and whether.' }) input: SetTypingInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ConversationPayload> {
    ctx.require('conversations:write');
    const conversation = await ctx.loaders.conversation.load(input.conversationId);
    if (!conversation) return { conversation, userErrors: [notFound('conversationId', 'conversation')] };
    const accountId = accountIdOf(ctx);
    if (accountId) {
      await ctx.introduce();
      ctx.presence.type(conversation.id, accountId, input.isTyping);
    }
    return { conversation, userErrors: [] };
  }
}

@Resolver(() => Conversation)
export class ViewersOfConversationResolver {
  @FieldResolver(() => [Account], {
    description:
      'Who has it open at this moment (`presence`). Not for lists: it is known to the process, not the database.',
    complexity,
  })
  viewers(@Root() { id }: Conversation, @Ctx() ctx: RequestContext): Promise<Account[]> {
    return accountsOf(ctx, ctx.presence.seen(id).viewerIds);
  }
}

const accountIdOf = ({ asker: { principal } }: RequestContext): string | null =>
  principal?.kind === 'account' ? principal.id : null;

async function accountsOf({ loaders }: RequestContext, ids: readonly string[]): Promise<Account[]> {
  const actors = await loaders.actor.loadMany(ids);
  return actors.filter((actor): actor is Account => actor instanceof Account);
}
