import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { maxSearchLength } from '../database/text-search';
import type { RequestContext } from '../graphql/context';
import { requireId, type UserError, UserErrorCode } from '../graphql/user-error';
import { write } from '../graphql/write';
import { DeleteViewInput, DeleteViewPayload, SavedView, SaveViewInput, SaveViewPayload } from './saved-view';
import { keptOf, savedViews } from './saved-view.repository';
import { editorOf, usualViews } from './views';

@Resolver(() => SavedView)
export class SavedViewResolver {
  @Query(() => [SavedView], {
    description: 'The views that the caller has: their own, and those of everybody; by name.',
    complexity: ({ childComplexity }) => usualViews * (1 + childComplexity),
  })
  savedViews(@Ctx() { manager, askerId }: RequestContext): Promise<SavedView[]> {
    return savedViews.list(manager, askerId);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the caller made it, and may change it; others’ are changed by admins alone.',
  })
  isMine(@Root() { ownerId }: SavedView, @Ctx() { askerId }: RequestContext): boolean {
    return ownerId === askerId;
  }

  @Mutation(() => SaveViewPayload, {
    description:
      'Keeps a list of conversations under a name. Views of everybody are changed by who made them, and by admins.',
  })
  saveView(
    @Arg('input', () => SaveViewInput, { description: 'The view.' }) input: SaveViewInput,
    @Ctx() ctx: RequestContext,
  ): Promise<SaveViewPayload> {
    const { id = null } = input;
    return write(
      ctx,
      { savedView: null },
      {
        can: 'conversations:write',
        Input: SaveViewInput,
        input,
        check: checkSearch(input.filter.search),
        async work(inside) {
          const editor = editorOf(ctx);
          if (id === null) return { savedView: await savedViews.insert(inside, editor, keptOf(input)) };
          const known = requireId('id', id, 'view of yours');
          return { savedView: await savedViews.update(inside, known, editor, keptOf(input)) };
        },
      },
    );
  }

  @Mutation(() => DeleteViewPayload, { description: 'Deletes a view; the conversations in it stay as they are.' })
  deleteView(
    @Arg('input', () => DeleteViewInput, { description: 'Which view.' }) input: DeleteViewInput,
    @Ctx() ctx: RequestContext,
  ): Promise<DeleteViewPayload> {
    return write(
      ctx,
      { deletedViewId: null },
      {
        can: 'conversations:write',
        Input: DeleteViewInput,
        input,
        async work(inside) {
          const id = requireId('id', input.id, 'view of yours');
          await savedViews.delete(inside, id, editorOf(ctx));
          return { deletedViewId: id };
        },
      },
    );
  }
}

/** A view that could be kept and never read would be of no use. */
const checkSearch = (search: string | null | undefined): UserError[] =>
  [...(search?.trim() ?? '')].length <= maxSearchLength
    ? []
    : [
        {
          code: UserErrorCode.TOO_LONG,
          field: ['filter', 'search'],
          message: `Search can have at most ${maxSearchLength} characters.`,
        },
      ];
