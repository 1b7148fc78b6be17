import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { answer } from '../graphql/answer';
import type { RequestContext } from '../graphql/context';
import { badArgument } from '../graphql/errors';
import { type Connection, keyForms, listPage } from '../graphql/pagination';
import { hasUnstorable, textOrNull, uuidFrom } from '../graphql/text';
import { requireId } from '../graphql/user-error';
import { by } from '../tenancy/lifecycle/by';
import { Fleet } from './fleet';
import { FleetTenant, FleetTenantConnection, FleetTenantsArgs } from './fleet-tenant';
import { FleetTenantPayload, ResumeTenantInput, SuspendTenantInput } from './fleet-tenant.inputs';

const maxSearchLength = 200;

/** What whoever steers the deployment sees of companies, and does to them. No field leads from here into one. */
@Resolver(() => FleetTenant)
export class FleetResolver {
  @Query(() => Fleet, { description: 'All companies together. For operators.' })
  fleet(@Ctx() { fleet }: RequestContext): Promise<Fleet> {
    return fleet.overview();
  }

  @Query(() => FleetTenantConnection, { description: 'The companies of the deployment. For operators.' })
  async fleetTenants(
    @Args(() => FleetTenantsArgs) { search, status = null, sort, ...args }: FleetTenantsArgs,
    @Ctx() { fleet }: RequestContext,
  ): Promise<Connection<FleetTenant>> {
    const text = textOrNull(search);
    if (text && ([...text].length > maxSearchLength || hasUnstorable(text)))
      throw badArgument('search', `expected at most ${maxSearchLength} characters, without NUL and lone surrogates.`);
    const filter = { search: text, status };
    return listPage(args, keyForms.text, {
      read: (after, limit) => fleet.list(filter, sort, after, limit),
      positionOf: ({ sortKey, id }) => ({ key: sortKey, id }),
      count: (atMost) => fleet.count(filter, atMost),
    });
  }

  @Query(() => FleetTenant, { nullable: true, description: 'One of them; null for an unknown id. For operators.' })
  async fleetTenant(
    @Arg('id', () => ID, { description: 'A company’s id.' }) id: string,
    @Ctx() { fleet }: RequestContext,
  ): Promise<FleetTenant | null> {
    const uuid = uuidFrom(id);
    return uuid === null ? null : fleet.find(uuid);
  }

  @Mutation(() => FleetTenantPayload, {
    description: 'Closes a company to its members, who are told the reason. For operators.',
  })
  suspendTenant(
    @Arg('input', () => SuspendTenantInput, { description: 'Which, and why.' }) input: SuspendTenantInput,
    @Ctx() ctx: RequestContext,
  ): Promise<FleetTenantPayload> {
    return answer(
      { fleetTenant: null },
      SuspendTenantInput,
      input,
      async () => {
        const id = requireId('id', input.id, 'company');
        await ctx.lifecycle.suspend(by(ctx.asker), id, input.reason.trim());
        return { fleetTenant: await ctx.fleet.find(id) };
      },
      () => ctx.requireOperator(),
    );
  }

  @Mutation(() => FleetTenantPayload, { description: 'Opens a suspended company again. For operators.' })
  resumeTenant(
    @Arg('input', () => ResumeTenantInput, { description: 'Which.' }) input: ResumeTenantInput,
    @Ctx() ctx: RequestContext,
  ): Promise<FleetTenantPayload> {
    return answer(
      { fleetTenant: null },
      ResumeTenantInput,
      input,
      async () => {
        const id = requireId('id', input.id, 'company');
        await ctx.lifecycle.resume(by(ctx.asker), id);
        return { fleetTenant: await ctx.fleet.find(id) };
      },
      () => ctx.requireOperator(),
    );
  }
}
