import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { answer } from '../graphql/answer';
import type { RequestContext } from '../graphql/context';
import { type Connection, ForwardPageArgs, keyForms, listPage } from '../graphql/pagination';
import { notFound, Refusal, requireId, UserErrorCode } from '../graphql/user-error';
import { CancelFleetTaskInput, FleetTask, FleetTaskConnection, FleetTaskPayload } from './fleet-task';

@Resolver(() => FleetTask)
export class FleetTaskResolver {
  @Query(() => FleetTaskConnection, {
    description: 'Long work on any company and on all of them, the newest first. For operators.',
  })
  fleetTasks(
    @Args(() => ForwardPageArgs) args: ForwardPageArgs,
    @Ctx() { fleet }: RequestContext,
  ): Promise<Connection<FleetTask>> {
    return listPage(args, keyForms.time, {
      read: (after, limit) => fleet.listTasks(after, limit),
      positionOf: ({ createdAt, id }) => ({ key: createdAt, id }),
      count: (atMost) => fleet.countTasks(atMost),
    });
  }

  @Mutation(() => FleetTaskPayload, {
    description:
      'Brings the companies that are behind up to this program’s version, the smallest first, as a task. For operators.',
  })
  migrateFleet(@Ctx() ctx: RequestContext): Promise<FleetTaskPayload> {
    return begin(ctx, 'migrateFleet');
  }

  @Mutation(() => FleetTaskPayload, {
    description: 'Compares each company’s tables with what the migrations make, as a task. For operators.',
  })
  verifyFleet(@Ctx() ctx: RequestContext): Promise<FleetTaskPayload> {
    return begin(ctx, 'verifyFleet');
  }

  @Mutation(() => FleetTaskPayload, {
    description: 'Gives up long work that has not come to its end. For operators.',
  })
  cancelFleetTask(
    @Arg('input', () => CancelFleetTaskInput, { description: 'Which task.' }) input: CancelFleetTaskInput,
    @Ctx() ctx: RequestContext,
  ): Promise<FleetTaskPayload> {
    return answer(
      { task: null },
      CancelFleetTaskInput,
      input,
      async () => {
        const id = requireId('id', input.id, 'task under way');
        if (!(await ctx.tasks.cancel(id, null))) throw new Refusal(notFound('id', 'task under way'));
        return { task: await ctx.fleet.findTask(id) };
      },
      () => ctx.requireOperator(),
    );
  }
}

/** One of a kind at a time: two would do the same. */
async function begin({ fleet, tasks, asker }: RequestContext, kind: string): Promise<FleetTaskPayload> {
  if (await fleet.isUnderWay(kind)) return { task: null, userErrors: [underWay()] };
  const askedBy = asker.principal?.kind === 'account' ? asker.principal.id : null;
  const { id } = await tasks.add({ kind, tenantId: null, askedBy });
  return { task: await fleet.findTask(id), userErrors: [] };
}

const underWay = () => ({
  code: UserErrorCode.CONFLICT,
  field: [],
  message: 'This is under way already.',
});
