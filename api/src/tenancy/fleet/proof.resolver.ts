import { Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { RequestContext } from '../../graphql/context';
import { UserError, userErrorFrom } from '../../graphql/user-error';
import { Task } from '../../task/task';
import { proveIsolation } from './proof-task';

@ObjectType({ description: 'The task that proves it, or why it was not begun.', simpleResolvers: true })
class ProveIsolationPayload {
  @Field(() => Task, {
    nullable: true,
    description:
      'Its `result` has `provedAt`, `schemas`, `statements`, `refused`, `breaches` and `page`, a report in Markdown; null where `userErrors` says why not.',
  })
  task!: Task | null;

  @Field(() => [UserError], { description: 'What kept it from being begun.' })
  userErrors!: UserError[];
}

@Resolver()
export class ProofResolver {
  @Mutation(() => ProveIsolationPayload, {
    description:
      'Tries, under the company’s database role, to read and write what is not its own, and reports what came of it. Changes nothing. Needs `tenant:own`.',
  })
  async proveIsolation(@Ctx() ctx: RequestContext): Promise<ProveIsolationPayload> {
    ctx.require('tenant:own');
    const { id: tenantId } = ctx.tenant;
    try {
      const { principal } = ctx.asker;
      const task = await ctx.tasks.add({
        kind: proveIsolation,
        tenantId,
        askedBy: principal?.kind === 'account' ? principal.id : null,
      });
      await ctx.access.auditLog.add(ctx.asker, tenantId, { action: 'tenant.proveIsolation' });
      return { task, userErrors: [] };
    } catch (error) {
      return { task: null, userErrors: [userErrorFrom(error)] };
    }
  }
}
