import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { v7 as uuidV7 } from 'uuid';
import { checkMetadata, checkReachable } from '../contact/contact.checks';
import { CreateContactInput } from '../contact/contact.inputs';
import { insertContact } from '../contact/contact.repository';
import type { RequestContext } from '../context';
import { claimKey } from '../database/idempotency';
import { tablesOf } from '../database/tables';
import { checkInput } from '../validation/check-input';
import { textOrNull, uuidFrom } from '../validation/text';
import { notFound, Refusal, type UserError, UserErrorCode, userErrorFrom } from '../validation/user-error';
import { StartConversationInput } from './conversation.inputs';
import { type ConversationPayload, CreateContactPayload, StartConversationPayload } from './conversation.payloads';
import { findFirstConversation, insertConversation } from './conversation.repository';

/** The two ways a conversation begins. `createContact` is here and not in contact/, since it makes both and imports go one way. */
@Resolver()
export class StartConversationResolver {
  @Mutation(() => CreateContactPayload, {
    description: 'Creates a contact and its first conversation, both or neither.',
  })
  async createContact(
    @Arg('input', () => CreateContactInput, { description: 'The contact.' }) input: CreateContactInput,
    @Ctx() ctx: RequestContext,
  ): Promise<CreateContactPayload> {
    const refuse = (...userErrors: UserError[]) => ({ contact: null, conversation: null, userErrors });
    const userErrors = [
      ...checkInput(CreateContactInput, input),
      ...checkMetadata(input.metadata),
      ...checkReachable(input.email, input.phone),
    ];
    if (userErrors.length > 0) return refuse(...userErrors);

    const now = new Date();
    const id = uuidV7({ msecs: now.getTime() });
    const conversationId = uuidV7({ msecs: now.getTime() });
    const { idempotencyKey: key, ...content } = input;
    try {
      const earlier = await ctx.manager.transaction(async (manager) => {
        const table = tablesOf(manager).idempotency_keys;
        const known = await claimKey(manager, { table, operation: 'createContact', key, input: content, resultId: id });
        if (known !== null) return known;
        await insertContact(manager, id, input, now);
        await insertConversation(manager, { id: conversationId, contactId: id, subject: null }, now);
        return null;
      });
      if (earlier === null)
        ctx.publish({ type: 'contactChanged', id }, { type: 'conversationChanged', id: conversationId });

      const [contact, conversation] = await Promise.all([
        ctx.loaders.contact.load(earlier ?? id),
        findFirstConversation(ctx.manager, earlier ?? id),
      ]);
      return contact ? { contact, conversation, userErrors: [] } : refuse(deletedSince);
    } catch (error) {
      return refuse(userErrorFrom(error));
    }
  }

  @Mutation(() => StartConversationPayload, { description: 'Starts a further conversation with a contact.' })
  async startConversation(
    @Arg('input', () => StartConversationInput, { description: 'With whom, and about what.' })
    input: StartConversationInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ConversationPayload> {
    const refuse = (...userErrors: UserError[]) => ({ conversation: null, userErrors });
    const userErrors = checkInput(StartConversationInput, input);
    if (userErrors.length > 0) return refuse(...userErrors);
    const contactId = uuidFrom(input.contactId);
    if (!contactId) return refuse(notFound('contactId', 'contact'));

    const now = new Date();
    const id = uuidV7({ msecs: now.getTime() });
    const content = { contactId, subject: textOrNull(input.subject) };
    try {
      const earlier = await ctx.manager.transaction(async (manager) => {
        const table = tablesOf(manager).idempotency_keys;
        const key = input.idempotencyKey;
        const known = await claimKey(manager, {
          table,
          operation: 'startConversation',
          key,
          input: content,
          resultId: id,
        });
        if (known !== null) return known;
        if (!(await insertConversation(manager, { id, ...content }, now)))
          throw new Refusal(notFound('contactId', 'contact'));
        return null;
      });
      if (earlier === null) ctx.publish({ type: 'conversationChanged', id });

      const conversation = await ctx.loaders.conversation.load(earlier ?? id);
      return conversation ? { conversation, userErrors: [] } : refuse(notFound('contactId', 'contact'));
    } catch (error) {
      return refuse(userErrorFrom(error));
    }
  }
}

const deletedSince: UserError = {
  code: UserErrorCode.NOT_FOUND,
  field: ['idempotencyKey'],
  message: 'The contact that was created with this idempotency key has been deleted.',
};
