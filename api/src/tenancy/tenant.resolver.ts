import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { mayOpen } from '../access/authenticate';
import type { RequestContext } from '../context';
import { IdempotencyConflict } from '../database/idempotency';
import { badArgument, unauthenticated } from '../errors';
import { Connection, connectionTypes, keyForms, readPageArgs } from '../pagination';
import { checkInput } from '../validation/check-input';
import { hasUnstorable, textOrNull } from '../validation/text';
import { keyConflict } from '../validation/user-error';
import { nthSlug, slugFrom } from './slug';
import { Tenant } from './tenant';
import { CreateTenantInput, CreateTenantPayload } from './tenant.inputs';
import { TenantSchema, TenantStats } from './tenant-stats';

const TenantConnection = connectionTypes(Tenant, 'tenants');

const maxSearchLength = 200;

@ArgsType()
class TenantsArgs {
  @Field(() => String, {
    nullable: true,
    description: `Text that occurs in the name or the slug, in any case; at most ${maxSearchLength} characters.`,
  })
  search?: string | null;

  @Field(() => Int, { defaultValue: 25, description: 'Page size: 0 to 100.' })
  first!: number;

  @Field(() => String, { nullable: true, description: 'A cursor: the page begins behind it.' })
  after?: string | null;
}

@Resolver(() => Tenant)
export class TenantResolver {
  @Query(() => TenantConnection, { description: 'The tenants that the viewer may open, newest first.' })
  async tenants(
    @Args(() => TenantsArgs) { search, ...args }: TenantsArgs,
    @Ctx() { viewer, tenancy: { registry } }: RequestContext,
  ): Promise<Connection<Tenant>> {
    if (!viewer) throw unauthenticated();
    const text = textOrNull(search);
    if (text && ([...text].length > maxSearchLength || hasUnstorable(text))) {
      throw badArgument('search', `expected at most ${maxSearchLength} characters, without NUL and lone surrogates.`);
    }
    const page = readPageArgs(args, keyForms.time);
    const rows = await registry.listTenants(text, page.after, page.size + 1);
    const positionOf = ({ createdAt, id }: Tenant) => ({ key: createdAt, id });
    return new Connection(rows, page, positionOf, (atMost) => registry.countTenants(text, atMost));
  }

  @Query(() => Tenant, {
    nullable: true,
    description: 'One tenant; null for an unknown id and for one that the viewer may not open alike.',
  })
  async tenant(
    @Arg('id', () => ID, { description: 'An id or a slug.' }) id: string,
    @Ctx() { viewer, tenancy }: RequestContext,
  ): Promise<Tenant | null> {
    const tenant = hasUnstorable(id) ? null : await tenancy.findTenant(id);
    return tenant && mayOpen(viewer, tenant) ? tenant : null;
  }

  @Query(() => String, { description: 'The slug that a tenant of this name would get if it were created now.' })
  async tenantSlug(
    @Arg('name', () => String, { description: 'A company’s name.' }) name: string,
    @Ctx() { tenancy: { registry } }: RequestContext,
  ): Promise<string> {
    const slug = slugFrom(name.slice(0, maxSearchLength));
    const taken = await registry.takenSlugs(slug);
    let n = 1;
    while (taken.has(nthSlug(slug, n))) n += 1;
    return nthSlug(slug, n);
  }

  @Query(() => Tenant, { description: 'The tenant that this request names.' })
  currentTenant(@Ctx() { tenant }: RequestContext): Tenant {
    return tenant;
  }

  @Mutation(() => CreateTenantPayload, {
    description: 'Registers a company: its schema, its role and its tables, all or nothing.',
  })
  async createTenant(
    @Arg('input', () => CreateTenantInput, { description: 'The company.' }) input: CreateTenantInput,
    @Ctx() { viewer, tenancy }: RequestContext,
  ): Promise<CreateTenantPayload> {
    if (!viewer) throw unauthenticated();
    const userErrors = checkInput(CreateTenantInput, input);
    if (userErrors.length > 0) return { tenant: null, userErrors };
    try {
      const tenant = await tenancy.createTenant({
        name: input.name.trim(),
        idempotencyKey: input.idempotencyKey ?? null,
      });
      return { tenant, userErrors: [] };
    } catch (error) {
      if (error instanceof IdempotencyConflict) return { tenant: null, userErrors: [keyConflict()] };
      throw error;
    }
  }

  @FieldResolver(() => TenantStats, { description: 'How much it holds.' })
  async stats(@Root() tenant: Tenant, @Ctx() { tenancy }: RequestContext): Promise<TenantStats> {
    return new TenantStats(await tenancy.managerOf(tenant));
  }

  @FieldResolver(() => TenantSchema, { description: 'The PostgreSQL schema that holds its rows.' })
  async schema(@Root() tenant: Tenant, @Ctx() { tenancy }: RequestContext): Promise<TenantSchema> {
    return new TenantSchema(await tenancy.managerOf(tenant), tenant.schemaName, tenant.schemaVersion);
  }
}
