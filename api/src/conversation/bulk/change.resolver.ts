import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { ConversationStatus } from '../../contact/conversation-status';
import type { RequestContext } from '../../graphql/context';
import { write } from '../../graphql/write';
import { noticeJobs } from '../../notification/notices';
import { findAssignee } from '../desk/assignee';
import { checkChange, inChange } from './change.checks';
import { ChangeConversationsInput, ChangeConversationsPayload } from './change.inputs';
import { changeAll } from './change.repository';

@Resolver()
export class ChangeConversationsResolver {
  @Mutation(() => ChangeConversationsPayload, {
    description:
      'Changes many conversations alike, in one transaction, and says of each what it was before. Those that are not there are told one by one, and keep none of the others.',
  })
  async changeConversations(
    @Arg('input', () => ChangeConversationsInput, { description: 'Which conversations, and what about them.' })
    input: ChangeConversationsInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ChangeConversationsPayload> {
    ctx.requireWrite('conversations:write');
    const { ids, change } = input;
    const { assignee, errors } = await findAssignee(ctx, change.assigneeId);
    // Left out, it stays; null is nobody.
    const given = change.assigneeId === undefined ? undefined : assignee;
    const wakes = change.status === ConversationStatus.SNOOZED && change.snoozedUntil;
    return write(
      ctx,
      { results: null },
      {
        can: 'conversations:write',
        Input: ChangeConversationsInput,
        input,
        check: [...checkChange(input), ...errors.map(inChange)],
        jobs: { ...(wakes && { wakeConversations: wakes }), ...(given && noticeJobs()) },
        work: async (inside) => ({ results: await changeAll(inside, ids, change, given) }),
      },
    );
  }
}
