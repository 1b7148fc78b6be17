import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { v7 as uuidV7 } from 'uuid';
import { checkMetadata, checkReachable } from '../contact/contact.checks';
import { CreateContactInput } from '../contact/contact.inputs';
import { findContacts, insertContact } from '../contact/contact.repository';
import type { RequestContext } from '../graphql/context';
import { Refusal, type UserError, UserErrorCode } from '../graphql/user-error';
import { write } from '../graphql/write';
import { CreateContactPayload } from './conversation.payloads';
import { findFirstConversation, insertConversation } from './conversation.repository';

/** Here and not in contact/, since it makes a conversation too, and imports go one way. */
@Resolver()
export class CreateContactResolver {
  @Mutation(() => CreateContactPayload, {
    description: 'Creates a contact and its first conversation, both or neither.',
  })
  createContact(
    @Arg('input', () => CreateContactInput, { description: 'The contact.' }) input: CreateContactInput,
    @Ctx() ctx: RequestContext,
  ): Promise<CreateContactPayload> {
    return write(
      ctx,
      { contact: null, conversation: null },
      {
        can: 'contacts:write',
        Input: CreateContactInput,
        input,
        check: [...checkMetadata(input.metadata), ...checkReachable(input.email, input.phone)],
        async work({ manager, id, append, ...stamp }) {
          const contact = await insertContact(manager, id, input, stamp);
          const first = { id: uuidV7({ msecs: stamp.now.getTime() }), contactId: id, subject: null };
          const conversation = await insertConversation(manager, first, stamp);
          append({ type: 'contactChanged', id }, { type: 'conversationChanged', id: first.id });
          return { contact, conversation };
        },
        repeat: {
          operation: 'createContact',
          async answer(manager, id) {
            const [contact] = await findContacts(manager, [id]);
            if (!contact) throw new Refusal(deletedSince);
            return { contact, conversation: await findFirstConversation(manager, id) };
          },
        },
      },
    );
  }
}

const deletedSince: UserError = {
  code: UserErrorCode.NOT_FOUND,
  field: ['idempotencyKey'],
  message: 'The contact that was created with this idempotency key has been deleted.',
};
