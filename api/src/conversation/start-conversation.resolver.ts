import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { RequestContext } from '../graphql/context';
import { externalIdConflict, externalIdOf } from '../graphql/external-id';
import { textOrNull } from '../graphql/text';
import { notFound, Refusal, requireId } from '../graphql/user-error';
import { write } from '../graphql/write';
import type { Write } from '../graphql/write-transaction';
import { StartConversationInput } from './conversation.inputs';
import { type ConversationPayload, StartConversationPayload } from './conversation.payloads';
import { findConversations, insertConversation } from './conversation.repository';

@Resolver()
export class StartConversationResolver {
  @Mutation(() => StartConversationPayload, { description: 'Starts a further conversation with a contact.' })
  startConversation(
    @Arg('input', () => StartConversationInput, { description: 'With whom, and about what.' })
    input: StartConversationInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ConversationPayload> {
    return write(
      ctx,
      { conversation: null },
      {
        can: 'conversations:write',
        Input: StartConversationInput,
        input,
        conflicts: externalIdConflict('conversation'),
        isSentAtOnce: true,
        work: (inside) => startConversation(inside, input),
        repeat: {
          operation: 'startConversation',
          async answer(manager, id) {
            const [conversation] = await findConversations(manager, [id]);
            if (!conversation) throw new Refusal(notFound('contactId', 'contact'));
            return { conversation };
          },
        },
      },
    );
  }
}

function startConversation({ manager, id, append, ...stamp }: Write, input: StartConversationInput) {
  const contactId = requireId('contactId', input.contactId, 'contact');
  const inserted = insertConversation(
    manager,
    { id, contactId, subject: textOrNull(input.subject), externalId: externalIdOf(input) },
    stamp,
  );
  append({ type: 'conversationChanged', id });
  return inserted.then((conversation) => {
    if (!conversation) throw new Refusal(notFound('contactId', 'contact'));
    return { conversation };
  });
}
