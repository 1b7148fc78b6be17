import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { v7 as uuidV7 } from 'uuid';
import type { Contact } from '../contact/contact';
import { checkMetadata, checkReachable } from '../contact/contact.checks';
import { CreateContactInput } from '../contact/contact.inputs';
import { comparing } from '../contact/contact.jobs';
import { findContacts, insertContact } from '../contact/contact.repository';
import { givenFields, metadataWith, needsFields } from '../custom-field/given-fields';
import { hasContactWork } from '../database/contact-work';
import type { RequestContext } from '../graphql/context';
import { externalIdConflict } from '../graphql/external-id';
import { Refusal, type UserError, UserErrorCode } from '../graphql/user-error';
import { write } from '../graphql/write';
import type { Write } from '../graphql/write-transaction';
import type { Conversation } from './conversation';
import { CreateContactPayload } from './conversation.payloads';
import { findFirstConversation, insertConversation } from './conversation.repository';

/** Here and not in contact/, since it makes a conversation too, and imports go one way. */
@Resolver()
export class CreateContactResolver {
  @Mutation(() => CreateContactPayload, {
    description: 'Creates a contact and its first conversation, both or neither.',
  })
  async createContact(
    @Arg('input', () => CreateContactInput, { description: 'The contact.' }) input: CreateContactInput,
    @Ctx() ctx: RequestContext,
  ): Promise<CreateContactPayload> {
    const { values, errors } = await givenFields(ctx, input, 'all');
    return write(
      ctx,
      { contact: null, conversation: null },
      {
        can: 'contacts:write',
        ...(needsFields(input) && { needs: hasContactWork }),
        Input: CreateContactInput,
        input,
        check: [...checkMetadata(input.metadata), ...checkReachable(input.email, input.phone), ...errors],
        conflicts: externalIdConflict('contact'),
        jobs: comparing(),
        isSentAtOnce: true,
        work: (inside) =>
          remembered(ctx, createContact(inside, { ...input, metadata: metadataWith(input.metadata, values) })),
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

interface CreatedContact {
  contact: Contact;
  conversation: Conversation | null;
}

export async function createContact(
  { manager, id, append, ...stamp }: Write,
  input: CreateContactInput,
): Promise<CreatedContact> {
  const first = { id: uuidV7({ msecs: stamp.now.getTime() }), contactId: id, subject: null };
  const inserted = insertContact(manager, id, input, stamp);
  const started = insertConversation(manager, first, stamp);
  append({ type: 'contactChanged', id }, { type: 'conversationChanged', id: first.id });
  const [contact, conversation] = await Promise.all([inserted, started]);
  return { contact, conversation };
}

/** Who has made them is known. */
async function remembered(
  { loaders, actor }: RequestContext,
  creating: Promise<CreatedContact>,
): Promise<CreatedContact> {
  const created = await creating;
  loaders.createdBy.prime(created.contact.id, actor);
  if (created.conversation) loaders.startedBy.prime(created.conversation.id, actor);
  return created;
}

const deletedSince: UserError = {
  code: UserErrorCode.NOT_FOUND,
  field: ['idempotencyKey'],
  message: 'The contact that was created with this idempotency key has been deleted.',
};
