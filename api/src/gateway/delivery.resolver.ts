import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../graphql/context';
import { textOrNull } from '../graphql/text';
import { notFound, Refusal, requireId } from '../graphql/user-error';
import { write } from '../graphql/write';
import { Message } from '../message/message';
import { findMessages } from '../message/message.repository';
import { DeliveryState } from './delivery';
import { SetDeliveryStateInput, SetDeliveryStatePayload } from './delivery.inputs';
import { changeDelivery } from './gateway.repository';

const sendable = 'message of the company';

@Resolver(() => Message)
export class DeliveryResolver {
  @FieldResolver(() => DeliveryState, {
    nullable: true,
    description: 'How far a gateway has brought it; null where none has said.',
  })
  async deliveryState(@Root() { id }: Message, @Ctx() ctx: RequestContext): Promise<DeliveryState | null> {
    return (await ctx.loaders.delivery.load(id))?.state ?? null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'Why it FAILED, for people, where the gateway said so.' })
  async deliveryReason(@Root() { id }: Message, @Ctx() ctx: RequestContext): Promise<string | null> {
    return (await ctx.loaders.delivery.load(id))?.reason ?? null;
  }

  @Mutation(() => SetDeliveryStatePayload, {
    description: 'For gateways: says how far a message of the company has come. The thread shows it.',
  })
  setDeliveryState(
    @Arg('input', () => SetDeliveryStateInput, { description: 'Which message, and how far.' })
    input: SetDeliveryStateInput,
    @Ctx() ctx: RequestContext,
  ): Promise<SetDeliveryStatePayload> {
    return write(
      ctx,
      { message: null },
      {
        can: 'conversations:write',
        Input: SetDeliveryStateInput,
        input,
        async work({ manager, append }) {
          const id = requireId('messageId', input.messageId, sendable);
          const { state, reason } = input;
          const changed = await changeDelivery(manager, id, { state, reason: textOrNull(reason) });
          if (!changed) throw new Refusal(notFound('messageId', sendable));
          if (changed.hasChanged) append({ type: 'messageChanged', id, parentId: changed.conversationId });
          const [message] = await findMessages(manager, [id]);
          return { message: message ?? null };
        },
      },
    );
  }
}
