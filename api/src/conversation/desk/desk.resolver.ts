import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { RequestContext } from '../../graphql/context';
import { textOrNull } from '../../graphql/text';
import { checkId, requireId } from '../../graphql/user-error';
import { write } from '../../graphql/write';
import type { Write } from '../../graphql/write-transaction';
import { mostLabelsOfOne, requireLabelIds, tooManyLabels } from '../../label/put-labels';
import { noticeJobs } from '../../notification/notices';
import type { Conversation } from '../conversation';
import type { ConversationPayload } from '../conversation.payloads';
import { findAssignee } from './assignee';
import {
  AssignConversationInput,
  RenameConversationInput,
  SetConversationLabelsInput,
  SetConversationPriorityInput,
} from './desk.inputs';
import {
  AssignConversationPayload,
  RenameConversationPayload,
  SetConversationLabelsPayload,
  SetConversationPriorityPayload,
} from './desk.payloads';
import { assign, rename, setColumn, setLabels } from './desk.repository';

@Resolver()
export class DeskResolver {
  @Mutation(() => AssignConversationPayload, {
    description: 'Gives a conversation to a member to answer, or to nobody.',
  })
  async assignConversation(
    @Arg('input', () => AssignConversationInput, { description: 'Which conversation, and whose.' })
    input: AssignConversationInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ConversationPayload> {
    ctx.requireWrite('conversations:write');
    const { assignee, errors } = await findAssignee(ctx, input.assigneeId);
    return write(ctx, nothing, {
      ...changing(input.id, (inside, id) => assign(inside, id, assignee)),
      Input: AssignConversationInput,
      input,
      ...(assignee && { jobs: noticeJobs() }),
      check: [...checkId('id', input.id, 'conversation'), ...errors],
    });
  }

  @Mutation(() => RenameConversationPayload, { description: 'Gives a conversation another subject.' })
  renameConversation(
    @Arg('input', () => RenameConversationInput, { description: 'Which conversation, and its subject.' })
    input: RenameConversationInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ConversationPayload> {
    return write(ctx, nothing, {
      ...changing(input.id, (inside, id) => rename(inside, id, textOrNull(input.subject))),
      Input: RenameConversationInput,
      input,
    });
  }

  @Mutation(() => SetConversationPriorityPayload, { description: 'Says how much a conversation matters.' })
  setConversationPriority(
    @Arg('input', () => SetConversationPriorityInput, { description: 'Which conversation, and how much.' })
    input: SetConversationPriorityInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ConversationPayload> {
    return write(ctx, nothing, {
      ...changing(input.id, (inside, id) => setColumn(inside, id, 'priority', input.priority)),
      Input: SetConversationPriorityInput,
      input,
    });
  }

  @Mutation(() => SetConversationLabelsPayload, { description: 'Puts labels on a conversation, and takes others off.' })
  setConversationLabels(
    @Arg('input', () => SetConversationLabelsInput, { description: 'Which conversation, and all its labels.' })
    input: SetConversationLabelsInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ConversationPayload> {
    return write(ctx, nothing, {
      ...changing(input.id, (inside, id) => setLabels(inside, id, requireLabelIds(input.labelIds))),
      Input: SetConversationLabelsInput,
      input,
      check: input.labelIds.length > mostLabelsOfOne ? [tooManyLabels('A conversation')] : [],
    });
  }
}

const nothing = { conversation: null };

/** What these writes have in common. */
function changing(givenId: string, change: (write: Write, id: string) => Promise<Conversation>) {
  return {
    can: 'conversations:write' as const,
    work: async (inside: Write) => ({
      conversation: await change(inside, requireId('id', givenId, 'conversation')),
    }),
  };
}
