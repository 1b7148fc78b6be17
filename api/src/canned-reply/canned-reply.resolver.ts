import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../graphql/context';
import { requireId } from '../graphql/user-error';
import { write } from '../graphql/write';
import {
  CannedReply,
  CreateCannedReplyInput,
  CreateCannedReplyPayload,
  DeleteCannedReplyInput,
  DeleteCannedReplyPayload,
  UpdateCannedReplyInput,
  UpdateCannedReplyPayload,
} from './canned-reply';
import { deleteReply, insertReply, listReplies, mostReplies, updateReply } from './canned-reply.repository';

@Resolver(() => CannedReply)
export class CannedReplyResolver {
  @Query(() => [CannedReply], {
    description: `The canned replies of the company, by name; there are at most ${mostReplies}.`,
    complexity: ({ childComplexity }) => usualReplies * (1 + childComplexity),
  })
  cannedReplies(@Ctx() { manager }: RequestContext): Promise<CannedReply[]> {
    return listReplies(manager);
  }

  @Mutation(() => CreateCannedReplyPayload, { description: 'Keeps a text for everybody; of a name there is one.' })
  createCannedReply(
    @Arg('input', () => CreateCannedReplyInput, { description: 'Its name and text.' }) input: CreateCannedReplyInput,
    @Ctx() ctx: RequestContext,
  ): Promise<CreateCannedReplyPayload> {
    return write(
      ctx,
      { cannedReply: null },
      {
        can: 'conversations:write',
        Input: CreateCannedReplyInput,
        input,
        work: async (inside) => ({ cannedReply: await insertReply(inside, input) }),
      },
    );
  }

  @Mutation(() => UpdateCannedReplyPayload, { description: 'Changes the name or the text of a canned reply.' })
  updateCannedReply(
    @Arg('input', () => UpdateCannedReplyInput, { description: 'Which one, and what about it.' })
    input: UpdateCannedReplyInput,
    @Ctx() ctx: RequestContext,
  ): Promise<UpdateCannedReplyPayload> {
    return write(
      ctx,
      { cannedReply: null },
      {
        can: 'conversations:write',
        Input: UpdateCannedReplyInput,
        input,
        work: async (inside) => ({
          cannedReply: await updateReply(inside, requireId('id', input.id, 'canned reply'), input),
        }),
      },
    );
  }

  @Mutation(() => DeleteCannedReplyPayload, { description: 'Deletes a canned reply. What was sent with it stays.' })
  deleteCannedReply(
    @Arg('input', () => DeleteCannedReplyInput, { description: 'Which one.' }) input: DeleteCannedReplyInput,
    @Ctx() ctx: RequestContext,
  ): Promise<DeleteCannedReplyPayload> {
    return write(
      ctx,
      { deletedCannedReplyId: null },
      {
        can: 'conversations:write',
        Input: DeleteCannedReplyInput,
        input,
        async work(inside) {
          const id = requireId('id', input.id, 'canned reply');
          await deleteReply(inside, id);
          return { deletedCannedReplyId: id };
        },
      },
    );
  }
}

const usualReplies = 20;
