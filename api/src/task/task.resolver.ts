import { Arg, Args, Ctx, Field, ID, InputType, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { answer } from '../graphql/answer';
import type { RequestContext } from '../graphql/context';
import { type Connection, ForwardPageArgs, keyForms, listPage } from '../graphql/pagination';
import { uuidFrom } from '../graphql/text';
import { notFound, Refusal, requireId, UserError } from '../graphql/user-error';
import { Task, TaskConnection } from './task';

@InputType({ description: 'Long work that is not wanted any more.' })
export class CancelTaskInput {
  @Field(() => ID, { description: 'The task’s id.' })
  id!: string;
}

@ObjectType({ description: 'The task as it ended, or why it was not cancelled.', simpleResolvers: true })
export class CancelTaskPayload {
  @Field(() => Task, { nullable: true, description: 'Cancelled; null where `userErrors` says why not.' })
  task!: Task | null;

  @Field(() => [UserError], { description: 'What kept it from being cancelled.' })
  userErrors!: UserError[];
}

@Resolver(() => Task)
export class TaskResolver {
  @Query(() => TaskConnection, {
    description: 'Long work on the company, the newest first; what has ended is kept for 90 days.',
  })
  tasks(
    @Args(() => ForwardPageArgs) args: ForwardPageArgs,
    @Ctx() { tasks, tenant }: RequestContext,
  ): Promise<Connection<Task>> {
    return listPage(args, keyForms.time, {
      read: (after, limit) => tasks.list(tenant.id, after, limit),
      positionOf: ({ createdAt, id }) => ({ key: createdAt, id }),
      count: (atMost) => tasks.count(tenant.id, atMost),
    });
  }

  @Query(() => Task, {
    nullable: true,
    description: 'One of them, such as to see how far it is; null for any other id.',
  })
  async task(
    @Arg('id', () => ID, { description: 'A task’s id.' }) id: string,
    @Ctx() { tasks, tenant }: RequestContext,
  ): Promise<Task | null> {
    const uuid = uuidFrom(id);
    return uuid === null ? null : tasks.find(uuid, tenant.id);
  }

  @Mutation(() => CancelTaskPayload, {
    description: 'Gives up long work of the company that has not come to its end. Needs `tenant:own`.',
  })
  cancelTask(
    @Arg('input', () => CancelTaskInput, { description: 'Which task.' }) input: CancelTaskInput,
    @Ctx() ctx: RequestContext,
  ): Promise<CancelTaskPayload> {
    return answer(
      { task: null },
      CancelTaskInput,
      input,
      async () => {
        const task = await ctx.tasks.cancel(requireId('id', input.id, 'task under way'), ctx.tenant.id);
        if (!task) throw new Refusal(notFound('id', 'task under way'));
        await ctx.access.auditLog.add(ctx.asker, ctx.tenant.id, { action: 'task.cancel', target: task.kind });
        return { task };
      },
      () => ctx.require('tenant:own'),
    );
  }
}
