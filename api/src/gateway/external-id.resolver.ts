import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Contact } from '../contact/contact';
import { Conversation } from '../conversation/conversation';
import type { RequestContext } from '../graphql/context';
import { requireStorable } from '../graphql/storable';
import { Message } from '../message/message';
import { findByExternalId, type Named } from './gateway.repository';

const description = 'What another system calls it; null where none has said.';
const asked = { description: 'As it was given.' };

@Resolver(() => Contact)
export class ExternalIdOfContactResolver {
  @FieldResolver(() => String, { nullable: true, description })
  externalId(@Root() { id }: Contact, @Ctx() { loaders }: RequestContext): Promise<string | null> {
    return loaders.externalIdOfContact.load(id);
  }

  @Query(() => Contact, { nullable: true, description: 'The contact that another system calls so; null for none.' })
  async contactByExternalId(
    @Arg('externalId', () => String, asked) externalId: string,
    @Ctx() ctx: RequestContext,
  ): Promise<Contact | null> {
    const id = await idBy(ctx, 'contacts', externalId);
    return id === null ? null : ctx.loaders.contact.load(id);
  }
}

@Resolver(() => Conversation)
export class ExternalIdOfConversationResolver {
  @FieldResolver(() => String, { nullable: true, description })
  externalId(@Root() { id }: Conversation, @Ctx() { loaders }: RequestContext): Promise<string | null> {
    return loaders.externalIdOfConversation.load(id);
  }

  @Query(() => Conversation, {
    nullable: true,
    description: 'The conversation that another system calls so; null for none.',
  })
  async conversationByExternalId(
    @Arg('externalId', () => String, asked) externalId: string,
    @Ctx() ctx: RequestContext,
  ): Promise<Conversation | null> {
    const id = await idBy(ctx, 'conversations', externalId);
    return id === null ? null : ctx.loaders.conversation.load(id);
  }
}

@Resolver(() => Message)
export class ExternalIdOfMessageResolver {
  @FieldResolver(() => String, { nullable: true, description })
  externalId(@Root() { id }: Message, @Ctx() { loaders }: RequestContext): Promise<string | null> {
    return loaders.externalIdOfMessage.load(id);
  }

  @Query(() => Message, {
    nullable: true,
    description: 'The message that another system calls so, such as the mail that one answers; null for none.',
  })
  async messageByExternalId(
    @Arg('externalId', () => String, asked) externalId: string,
    @Ctx() ctx: RequestContext,
  ): Promise<Message | null> {
    const id = await idBy(ctx, 'messages', externalId);
    return id === null ? null : ctx.loaders.message.load(id);
  }
}

async function idBy({ manager }: RequestContext, table: Named, externalId: string): Promise<string | null> {
  requireStorable('externalId', [externalId]);
  return findByExternalId(manager, table, externalId.trim());
}
