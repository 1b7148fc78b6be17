import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { RequestContext } from '../graphql/context';
import { textOrNull } from '../graphql/text';
import { notFound, Refusal, requireId } from '../graphql/user-error';
import { write } from '../graphql/write';
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
        async work({ manager, id, append, ...stamp }) {
          const contactId = requireId('contactId', input.contactId, 'contact');
          const started = { id, contactId, subject: textOrNull(input.subject) };
          const conversation = await insertConversation(manager, started, stamp);
          if (!conversation) throw new Refusal(notFound('contactId', 'contact'));
          append({ type: 'conversationChanged', id });
          return { conversation };
        },
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
