import { Arg, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import { isOperator } from '../../access/permission';
import { answer } from '../../graphql/answer';
import type { RequestContext } from '../../graphql/context';
import { notFound, Refusal, requireId, UserErrorCode } from '../../graphql/user-error';
import { isSlug } from '../slug';
import type { Tenant } from '../tenant';
import { TenantStatus } from '../tenant';
import { by } from './by';
import { ClosedTenant } from './closed-tenant';
import {
  DeleteTenantInput,
  DeleteTenantPayload,
  RenameTenantInput,
  RenameTenantPayload,
  RestoreTenantInput,
  RestoreTenantPayload,
} from './lifecycle.inputs';

const mostClosed = 100;

@Resolver(() => ClosedTenant)
export class LifecycleResolver {
  @Query(() => [ClosedTenant], {
    description: 'The companies of the viewer that are suspended or being deleted, by name.',
    complexity: ({ childComplexity }) => mostClosed * (1 + childComplexity),
  })
  async closedTenants(@Ctx() ctx: RequestContext): Promise<ClosedTenant[]> {
    ctx.access.gatekeeper.requireSomebody(ctx.asker);
    const closed = await ctx.companies.listClosed();
    return closed.slice(0, mostClosed).map((tenant) => toClosed(ctx, tenant));
  }

  @Query(() => Int, { description: 'For how many days a deletion can be taken back, before everything is dropped.' })
  deletionGraceDays(@Ctx() { access, asker, lifecycle }: RequestContext): number {
    access.gatekeeper.requireSomebody(asker);
    return lifecycle.graceDays;
  }

  @Mutation(() => RenameTenantPayload, {
    description: 'Changes what a company is called, and its name in addresses. Needs `tenant:own`.',
  })
  renameTenant(
    @Arg('input', () => RenameTenantInput, { description: 'The company, and its new name.' }) input: RenameTenantInput,
    @Ctx() ctx: RequestContext,
  ): Promise<RenameTenantPayload> {
    return answer(
      { tenant: null },
      RenameTenantInput,
      input,
      async () => {
        const id = requireOwn(ctx, input.id);
        const slug = input.slug?.trim().toLowerCase() ?? null;
        if (slug !== null && !isSlug(slug)) throw new Refusal(noSlug());
        await ctx.lifecycle.rename(by(ctx.asker), id, { name: input.name.trim(), slug });
        return { tenant: await ctx.companies.find(id) };
      },
      () => ctx.access.gatekeeper.requireSomebody(ctx.asker),
    );
  }

  @Mutation(() => DeleteTenantPayload, {
    description:
      'Closes a company at once; when its grace period is over, everything of it is dropped. Needs `tenant:own`, or to be an operator.',
  })
  deleteTenant(
    @Arg('input', () => DeleteTenantInput, { description: 'Which.' }) input: DeleteTenantInput,
    @Ctx() ctx: RequestContext,
  ): Promise<DeleteTenantPayload> {
    return answer(
      { closedTenant: null },
      DeleteTenantInput,
      input,
      async () => {
        const id = requireOwnOrOperator(ctx, input.id);
        await ctx.lifecycle.delete(by(ctx.asker), id, input.confirmName);
        const closed = await ctx.lifecycle.requireClosed(id);
        return { closedTenant: toClosed(ctx, closed) };
      },
      () => ctx.access.gatekeeper.requireSomebody(ctx.asker),
    );
  }

  @Mutation(() => RestoreTenantPayload, {
    description: 'Takes a deletion back, within its grace period. Needs `tenant:own`, or to be an operator.',
  })
  restoreTenant(
    @Arg('input', () => RestoreTenantInput, { description: 'Which.' }) input: RestoreTenantInput,
    @Ctx() ctx: RequestContext,
  ): Promise<RestoreTenantPayload> {
    return answer(
      { tenant: null },
      RestoreTenantInput,
      input,
      async () => {
        const id = requireOwnOrOperator(ctx, input.id);
        await ctx.lifecycle.restore(by(ctx.asker), id);
        return { tenant: await ctx.companies.find(id) };
      },
      () => ctx.access.gatekeeper.requireSomebody(ctx.asker),
    );
  }
}

/** Errors: `Refusal` for an unknown company and for one of others alike; `FORBIDDEN`. */
function requireOwn({ access, asker }: RequestContext, given: string): string {
  const id = requireId('id', given, 'company');
  if (!access.gatekeeper.mayOpen(asker, id)) throw new Refusal(notFound('id', 'company'));
  access.gatekeeper.require(asker, id, 'tenant:own');
  return id;
}

const requireOwnOrOperator = (ctx: RequestContext, given: string): string =>
  isOperator(ctx.asker.principal) ? requireId('id', given, 'company') : requireOwn(ctx, given);

function toClosed({ access, asker }: RequestContext, tenant: Tenant): ClosedTenant {
  const { id, name, slug, status, statusReason: reason, statusUntil: until } = tenant;
  const isTheirs = isOperator(asker.principal) || access.gatekeeper.can(asker.principal, id, 'tenant:own');
  return { id, name, slug, status, reason, until, canRestore: isTheirs && status === TenantStatus.DELETING };
}

const noSlug = () => ({
  code: UserErrorCode.INVALID,
  field: ['slug'],
  message: 'An address has small letters, digits and hyphens, such as acme-europe, and is none of Atrium’s own.',
});
