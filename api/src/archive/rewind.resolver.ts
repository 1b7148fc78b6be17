import { Arg, Args, ArgsType, Ctx, Field, ID, InputType, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { answer } from '../graphql/answer';
import type { RequestContext } from '../graphql/context';
import { type Connection, connectionTypes, ForwardPageArgs, keyForms, listPage } from '../graphql/pagination';
import { uuidFrom } from '../graphql/text';
import { notFound, Refusal, requireId, UserErrorCode } from '../graphql/user-error';
import { ArchiveTaskPayload } from './archive.inputs';
import { beginArchiveTask } from './begin-task';
import { countDiffering, listDiffering, sidesOf } from './rewind';

@InputType({ description: 'An archive of the company, to be looked at beside what the company is now.' })
export class RewindPreviewInput {
  @Field(() => ID, { description: 'Of `archives`.' })
  archiveId!: string;
}

const mostChosen = 1_000;

@InputType({ description: 'Contacts that are to be again what they were: by their ids, or all.' })
export class TakeOverInput {
  @Field(() => ID, { description: 'Of the result of `rewindPreview`.' })
  rewindId!: string;

  @Field(() => [ID], { nullable: true, description: `Which, at most ${mostChosen}; null with \`all\`.` })
  contactIds?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether all that were changed or deleted since.' })
  all?: boolean | null;
}

@ObjectType({ description: 'A contact that is not what it was.', simpleResolvers: true })
export class RewindContact {
  @Field(() => ID, { description: 'The contact’s id, then and now.' })
  id!: string;

  @Field(() => String, { description: 'Its name now, or the last one that it had.' })
  name!: string;

  @Field(() => String, {
    description:
      'What has become of the contact, its labels and notes since: `added`, `changed` or `deleted`; `conversations` where only these, or their messages, differ.',
  })
  kind!: string;
}

const RewindContactConnection = connectionTypes(RewindContact, 'contacts that differ');

@ArgsType()
class RewindContactsArgs extends ForwardPageArgs {
  @Field(() => ID, { description: 'Of the result of `rewindPreview`.' })
  rewindId!: string;
}

@Resolver(() => RewindContact)
export class RewindResolver {
  @Query(() => RewindContactConnection, {
    description:
      'The contacts that differ between then and now, in the order of their ids; none once the rewind’s two days are over.',
  })
  async rewindContacts(
    @Args(() => RewindContactsArgs) { rewindId, ...args }: RewindContactsArgs,
    @Ctx() { archives, manager, tenant }: RequestContext,
  ): Promise<Connection<RewindContact>> {
    const id = uuidFrom(rewindId);
    const side = id === null ? null : await archives.rewindSchema(id, tenant.id);
    return listPage(args, keyForms.text, {
      read: async (after, limit) =>
        side === null ? [] : listDiffering(manager, sidesOf(tenant, side), after?.id ?? null, limit),
      positionOf: ({ id }) => ({ key: '', id }),
      count: async (atMost) => (side === null ? 0 : countDiffering(manager, sidesOf(tenant, side), atMost)),
    });
  }

  @Mutation(() => ArchiveTaskPayload, {
    description:
      'Lays an archive’s state beside the company, where nobody works, and compares the two. The task’s result is `{ rewindId, contacts: { added, changed, deleted }, conversations: { … }, sample }`; it is kept for two days. Needs `tenant:own`.',
  })
  rewindPreview(
    @Arg('input', () => RewindPreviewInput, { description: 'Which archive.' }) input: RewindPreviewInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ArchiveTaskPayload> {
    return answer(
      { task: null },
      RewindPreviewInput,
      input,
      async () => {
        const archiveId = requireId('archiveId', input.archiveId, 'archive');
        const archive = await ctx.archives.find(archiveId, ctx.tenant.id);
        if (!archive) throw new Refusal(notFound('archiveId', 'archive'));
        return beginArchiveTask(ctx, { kind: 'rewindPreview', input: { archiveId } }, `as of ${archive.madeAt}`);
      },
      () => ctx.requireWrite('tenant:own'),
    );
  }

  @Mutation(() => ArchiveTaskPayload, {
    description:
      'Makes contacts again what they were, each with its labels, notes, conversations and messages; what was begun since, and all others, stay. The task’s result is `{ contacts }`, how many. Needs `tenant:own`.',
  })
  takeOver(
    @Arg('input', () => TakeOverInput, { description: 'From which rewind, and which contacts.' }) input: TakeOverInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ArchiveTaskPayload> {
    return answer(
      { task: null },
      TakeOverInput,
      input,
      async () => {
        const rewindId = requireId('rewindId', input.rewindId, 'rewind');
        if (!(await ctx.archives.rewindSchema(rewindId, ctx.tenant.id)))
          throw new Refusal(notFound('rewindId', 'rewind'));
        const contactIds = chosenOf(input);
        return beginArchiveTask(
          ctx,
          { kind: 'takeOver', input: { rewindId, contactIds } },
          contactIds ? `${contactIds.length} contacts` : 'all contacts',
        );
      },
      () => ctx.requireWrite('tenant:own'),
    );
  }
}

/** Null for all. Errors: `Refusal`. */
function chosenOf({ contactIds, all }: TakeOverInput): string[] | null {
  const refuse = (message: string) => new Refusal({ code: UserErrorCode.INVALID, field: ['contactIds'], message });
  if (Boolean(contactIds) === Boolean(all)) throw refuse('Say which by their ids, or `all`.');
  if (contactIds && contactIds.length > mostChosen) throw refuse(`At most ${mostChosen} can be named at a time.`);
  return contactIds ? contactIds.map((id) => requireId('contactIds', id, 'contact')) : null;
}
