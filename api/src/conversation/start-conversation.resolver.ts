import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { v7 as uuidV7 } from 'uuid';
import { CreateContactInput } from '../contact/contact.inputs';
import { insertContact } from '../contact/contact.repository';
import { checkReachable } from '../contact/contact.resolver';
import type { RequestContext } from '../context';
import { claimKey, IdempotencyConflict } from '../database/idempotency';
import { tablesOf } from '../database/tables';
import { checkInput } from '../validation/check-input';
import { isUuid, textOrNull } from '../validation/text';
import { keyConflict, notFound } from '../validation/user-error';
import { StartConversationInput } from './conversation.inputs';
import { CreateContactPayload, type ConversationPayload, StartConversationPayload } from './conversation.payloads';
import { findConversations, findFirstConversation, insertConversation } from './conversation.repository';

/** The two ways a conversation begins. `createContact` is here and not in contact/, since it makes both and imports go one way. */
@Resolver()
export class StartConversationResolver {
  @Mutation(() => CreateContactPayload, { description: 'Creates a contact and its first conversation, both or neither.' })
  async createContact(
    @Arg('input', () => CreateContactInput, { description: 'The contact.' }) input: CreateContactInput,
    @Ctx() ctx: RequestContext,
  ): Promise<CreateContactPayload> {
    const userErrors = checkInput(CreateContactInput, input);
    const unreachable = checkReachable(input.email, input.phone);
    if (unreachable) userErrors.push(unreachable);
    if (userErrors.length > 0) return { contact: null, conversation: null, userErrors };

    const now = new Date();
    const id = uuidV7({ msecs: now.getTime() });
    const conversationId = uuidV7({ msecs: now.getTime() });
    const { idempotencyKey: key, ...content } = input;
    const earlier = await ctx.manager
      .transaction(async (manager) => {
        const table = tablesOf(manager).idempotency_keys;
        const known = await claimKey(manager, { table, operation: 'createContact', key, input: content, resultId: id });
        if (known !== null) return known;
        await insertContact(manager, id, input, now);
        await insertConversation(manager, { id: conversationId, contactId: id, subject: null }, now);
        return null;
      })
      .catch(orConflict);
    if (earlier === conflict) return { contact: null, conversation: null, userErrors: [keyConflict()] };

    if (earlier === null) ctx.publish({ type: 'contactChanged', id }, { type: 'conversationChanged', id: conversationId });
    const contactId = earlier ?? id;
    return {
      contact: await ctx.loaders.contact.load(contactId),
      conversation: await findFirstConversation(ctx.manager, contactId),
      userErrors: [],
    };
  }

  @Mutation(() => StartConversationPayload, { description: 'Starts a further conversation with a contact.' })
  async startConversation(
    @Arg('input', () => StartConversationInput, { description: 'With whom, and about what.' }) input: StartConversationInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ConversationPayload> {
    const userErrors = checkInput(StartConversationInput, input);
    if (userErrors.length > 0) return { conversation: null, userErrors };
    const { idempotencyKey: key, ...content } = input;
    const { contactId } = content;
    if (!isUuid(contactId)) return { conversation: null, userErrors: [notFound('contactId', 'contact')] };

    const now = new Date();
    const id = uuidV7({ msecs: now.getTime() });
    const started = await ctx.manager
      .transaction(async (manager) => {
        const table = tablesOf(manager).idempotency_keys;
        const known = await claimKey(manager, { table, operation: 'startConversation', key, input: content, resultId: id });
        if (known !== null) return (await findConversations(manager, [known]))[0] ?? null;
        return insertConversation(manager, { id, contactId, subject: textOrNull(input.subject) }, now);
      })
      .catch(orConflict);
    if (started === conflict) return { conversation: null, userErrors: [keyConflict()] };
    if (started === null) return { conversation: null, userErrors: [notFound('contactId', 'contact')] };
    if (started.id === id) ctx.publish({ type: 'conversationChanged', id });
    return { conversation: started, userErrors: [] };
  }
}

const conflict = Symbol('the idempotency key stands for another input');

function orConflict(error: unknown): typeof conflict {
  if (error instanceof IdempotencyConflict) return conflict;
  throw error;
}
