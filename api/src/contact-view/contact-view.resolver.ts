import { GraphQLError } from 'graphql';
import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { readContactQuery } from '../contact/contact.args';
import { hasContactWork } from '../database/contact-work';
import type { RequestContext } from '../graphql/context';
import { requireId, type UserError, UserErrorCode } from '../graphql/user-error';
import { write } from '../graphql/write';
import { editorOf, usualViews } from '../saved-view/views';
import {
  ContactView,
  DeleteContactViewInput,
  DeleteContactViewPayload,
  SaveContactViewInput,
  SaveContactViewPayload,
} from './contact-view';
import { contactViews, keptOf } from './contact-view.repository';

@Resolver(() => ContactView)
export class ContactViewResolver {
  @Query(() => [ContactView], {
    description: 'The views of contacts that the caller has: their own, and those of everybody; by name.',
    complexity: ({ childComplexity }) => usualViews * (1 + childComplexity),
  })
  async contactViews(@Ctx() { manager, askerId, tenant }: RequestContext): Promise<ContactView[]> {
    return hasContactWork(tenant) ? contactViews.list(manager, askerId) : [];
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the caller made it, and may change it; others’ are changed by admins alone.',
  })
  isMine(@Root() { ownerId }: ContactView, @Ctx() { askerId }: RequestContext): boolean {
    return ownerId === askerId;
  }

  @Mutation(() => SaveContactViewPayload, {
    description:
      'Keeps a list of contacts under a name. Views of everybody are changed by who made them, and by admins.',
  })
  saveContactView(
    @Arg('input', () => SaveContactViewInput, { description: 'The view.' }) input: SaveContactViewInput,
    @Ctx() ctx: RequestContext,
  ): Promise<SaveContactViewPayload> {
    const { id = null } = input;
    return write(
      ctx,
      { contactView: null },
      {
        can: 'contacts:write',
        needs: hasContactWork,
        Input: SaveContactViewInput,
        input,
        check: [...checkReadable(input, ctx.tenant), ...checkColumns(input.columns ?? [])],
        async work(inside) {
          const editor = editorOf(ctx);
          if (id === null) return { contactView: await contactViews.insert(inside, editor, keptOf(input)) };
          const known = requireId('id', id, 'view of yours');
          return { contactView: await contactViews.update(inside, known, editor, keptOf(input)) };
        },
      },
    );
  }

  @Mutation(() => DeleteContactViewPayload, { description: 'Deletes a view; the contacts in it stay as they are.' })
  deleteContactView(
    @Arg('input', () => DeleteContactViewInput, { description: 'Which view.' }) input: DeleteContactViewInput,
    @Ctx() ctx: RequestContext,
  ): Promise<DeleteContactViewPayload> {
    return write(
      ctx,
      { deletedContactViewId: null },
      {
        can: 'contacts:write',
        needs: hasContactWork,
        Input: DeleteContactViewInput,
        input,
        async work(inside) {
          const id = requireId('id', input.id, 'view of yours');
          await contactViews.delete(inside, id, editorOf(ctx));
          return { deletedContactViewId: id };
        },
      },
    );
  }
}

const mostColumns = 60;

/** A view that could be kept and never read would be of no use. */
function checkReadable(input: SaveContactViewInput, tenant: RequestContext['tenant']): UserError[] {
  try {
    readContactQuery(input, tenant);
    return [];
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const field = String(error.extensions['argumentName']).split('.');
    return [{ code: UserErrorCode.INVALID, field, message: error.message }];
  }
}

/** As an export names them: one that no contact has may be of a custom field that was deleted. */
const columnName = /^[A-Za-z]\w{0,59}$/;

const checkColumns = (columns: readonly string[]): UserError[] =>
  columns.length <= mostColumns &&
  new Set(columns).size === columns.length &&
  columns.every((name) => columnName.test(name))
    ? []
    : [
        {
          code: UserErrorCode.INVALID,
          field: ['columns'],
          message: `There can be at most ${mostColumns} names of columns, each once.`,
        },
      ];
