import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../graphql/context';
import { requireId } from '../../graphql/user-error';
import { write } from '../../graphql/write';
import { Conversation } from '../conversation';
import type { ConversationPayload } from '../conversation.payloads';
import { SaveDraftInput, SaveDraftPayload } from './draft.inputs';
import { saveDraft } from './draft.repository';

@Resolver(() => Conversation)
export class DraftResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: 'The message the caller has begun to write here, on whichever device; null where nothing is kept.',
  })
  draft(@Root() { id }: Conversation, @Ctx() ctx: RequestContext): Promise<string | null> {
    return findDraft(ctx, id, false);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The note for colleagues that the caller has begun to write here, as `draft`.',
  })
  noteDraft(@Root() { id }: Conversation, @Ctx() ctx: RequestContext): Promise<string | null> {
    return findDraft(ctx, id, true);
  }

  @Mutation(() => SaveDraftPayload, {
    description: 'Keeps what the caller has begun to write. Nobody else sees it, or hears of it.',
  })
  saveDraft(
    @Arg('input', () => SaveDraftInput, { description: 'In which conversation, and what.' }) input: SaveDraftInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ConversationPayload> {
    return write(
      ctx,
      { conversation: null },
      {
        can: 'conversations:write',
        Input: SaveDraftInput,
        input,
        async work(inside) {
          const conversationId = requireId('conversationId', input.conversationId, 'conversation');
          const draft = { conversationId, writerId: ctx.askerId, isNote: input.isNote };
          return { conversation: await saveDraft(inside, draft, input.content ?? null) };
        },
      },
    );
  }
}

const findDraft = async (
  { loaders, askerId: writerId }: RequestContext,
  conversationId: string,
  isNote: boolean,
): Promise<string | null> => loaders.draft.load({ conversationId, writerId, isNote });
