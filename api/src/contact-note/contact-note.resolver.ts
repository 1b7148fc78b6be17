import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Actor } from '../access/actor/actor';
import { hasContactWork } from '../database/contact-work';
import type { RequestContext } from '../graphql/context';
import { requireId } from '../graphql/user-error';
import { write } from '../graphql/write';
import { ContactNote } from './contact-note';
import {
  AddContactNoteInput,
  AddContactNotePayload,
  DeleteContactNoteInput,
  DeleteContactNotePayload,
} from './contact-note.inputs';
import { deleteContactNote, findWritten, insertContactNote } from './contact-note.repository';

@Resolver(() => ContactNote)
export class ContactNoteResolver {
  @FieldResolver(() => Actor, { nullable: true, description: 'Who wrote it; null for the operator.' })
  async author(@Root() { authorId }: ContactNote, @Ctx() { loaders }: RequestContext): Promise<Actor | null> {
    return authorId === null ? null : loaders.actor.load(authorId);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the caller may delete it: who wrote it may, and whoever has `tenant:admin`.',
  })
  canDelete(@Root() { authorId }: ContactNote, @Ctx() ctx: RequestContext): boolean {
    return ctx.may('contacts:write') && (authorId === ctx.askerId || ctx.may('tenant:admin'));
  }

  @Mutation(() => AddContactNotePayload, { description: 'Writes into a contact’s timeline what only colleagues see.' })
  addContactNote(
    @Arg('input', () => AddContactNoteInput, { description: 'The note.' }) input: AddContactNoteInput,
    @Ctx() ctx: RequestContext,
  ): Promise<AddContactNotePayload> {
    return write(
      ctx,
      { note: null, contact: null },
      {
        can: 'contacts:write',
        needs: hasContactWork,
        Input: AddContactNoteInput,
        input,
        work: (inside) => insertContactNote(inside, requireId('contactId', input.contactId, 'contact'), input.content),
        repeat: { operation: 'addContactNote', answer: findWritten },
      },
    );
  }

  @Mutation(() => DeleteContactNotePayload, {
    description: 'Deletes a note for good: who wrote it may, and whoever has `tenant:admin`.',
  })
  deleteContactNote(
    @Arg('input', () => DeleteContactNoteInput, { description: 'Which note.' }) input: DeleteContactNoteInput,
    @Ctx() ctx: RequestContext,
  ): Promise<DeleteContactNotePayload> {
    return write(
      ctx,
      { deletedNoteId: null },
      {
        can: 'contacts:write',
        needs: hasContactWork,
        Input: DeleteContactNoteInput,
        input,
        async work(inside) {
          const id = requireId('id', input.id, 'note of yours');
          await deleteContactNote(inside, id, ctx.may('tenant:admin'));
          return { deletedNoteId: id };
        },
      },
    );
  }
}
