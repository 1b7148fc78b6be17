import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Account } from '../../access/account/account';
import { findAccounts, type KnownAccount } from '../../conversation/desk/assignee';
import { introduceAccounts } from '../../conversation/desk/desk.repository';
import type { RequestContext } from '../../graphql/context';
import { checkId, type UserError, UserErrorCode } from '../../graphql/user-error';
import { write } from '../../graphql/write';
import { noticeJobs } from '../../notification/notices';
import { Message, SenderType } from '../message';
import { findSent, sendMessage } from '../message.repository';
import { noted } from '../remembered';
import { AddNoteInput, AddNotePayload } from './note.inputs';

const mostMentions = 20;
const usualMentions = 2;

@Resolver(() => Message)
export class NoteResolver {
  @FieldResolver(() => Boolean, {
    description: 'Whether only those who work here may see it. Never to be shown, or sent on, to the contact.',
  })
  async isNote(@Root() { id }: Message, @Ctx() { loaders }: RequestContext): Promise<boolean> {
    return (await loaders.note.load(id)) !== null;
  }

  @FieldResolver(() => [Account], {
    description: 'Members who are mentioned in a note, in its order; none of any other message.',
    complexity: ({ childComplexity }) => usualMentions * (1 + childComplexity),
  })
  async mentions(@Root() { id }: Message, @Ctx() { loaders }: RequestContext): Promise<Account[]> {
    const note = await loaders.note.load(id);
    const actors = await loaders.actor.loadMany(note?.mentionedIds ?? []);
    return actors.filter((actor): actor is Account => actor instanceof Account);
  }

  @Mutation(() => AddNotePayload, {
    description: 'Writes into the thread what only colleagues see. It has a number like any other line of it.',
  })
  async addNote(
    @Arg('input', () => AddNoteInput, { description: 'The note.' }) input: AddNoteInput,
    @Ctx() ctx: RequestContext,
  ): Promise<AddNotePayload> {
    ctx.requireWrite('conversations:write');
    const { conversationId, content } = input;
    const { accounts, errors } = await mentionedIn(ctx, input.mentionedIds ?? []);
    const mentionedIds = accounts.map(({ id }) => id);
    return write(
      ctx,
      { message: null, conversation: null },
      {
        can: 'conversations:write',
        Input: AddNoteInput,
        input,
        check: [...checkId('conversationId', conversationId, 'conversation'), ...errors],
        isSentAtOnce: true,
        ...(accounts.length > 0 && { jobs: noticeJobs() }),
        work(inside) {
          const note = { conversationId, content, senderType: SenderType.USER, mentionedIds };
          const introduced = accounts.length > 0 ? introduceAccounts(inside, accounts) : null;
          const sent = noted(ctx, sendMessage(inside, note));
          return Promise.all([sent, introduced]).then(([result]) => result);
        },
        repeat: { operation: 'addNote', answer: findSent },
      },
    );
  }
}

async function mentionedIn(
  ctx: RequestContext,
  ids: readonly string[],
): Promise<{ accounts: KnownAccount[]; errors: UserError[] }> {
  if (ids.length > mostMentions) return { accounts: [], errors: [tooMany] };
  const accounts = await findAccounts(ctx, ids);
  return { accounts, errors: accounts.length < new Set(ids).size ? [notMember] : [] };
}

const notMember: UserError = {
  code: UserErrorCode.NOT_FOUND,
  field: ['mentionedIds'],
  message: 'One of these accounts belongs to no member.',
};

const tooMany: UserError = {
  code: UserErrorCode.INVALID,
  field: ['mentionedIds'],
  message: `A note can mention at most ${mostMentions} members.`,
};
