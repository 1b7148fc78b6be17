import { Arg, Args, ArgsType, Ctx, Field, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { checkInput } from '../graphql/check-input';
import type { RequestContext } from '../graphql/context';
import { badArgument, unauthenticated } from '../graphql/errors';
import { Connection, connectionTypes, keyForms, readPageArgs } from '../graphql/pagination';
import { hasUnstorable, textOrNull } from '../graphql/text';
import { userErrorFrom } from '../graphql/user-error';
import { Tenant } from './tenant';
import { CreateTenantInput, CreateTenantPayload } from './tenant.inputs';

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
    @Ctx() { asker, companies }: RequestContext,
  ): Promise<Connection<Tenant>> {
    if (!asker.principal) throw unauthenticated();
    const text = textOrNull(search);
    if (text && ([...text].length > maxSearchLength || hasUnstorable(text))) {
      throw badArgument('search', `expected at most ${maxSearchLength} characters, without NUL and lone surrogates.`);
    }
    const page = readPageArgs(args, keyForms.time);
    const rows = await companies.list(text, page.after, page.size + 1);
    const positionOf = ({ createdAt, id }: Tenant) => ({ key: createdAt, id });
    return new Connection(rows, page, positionOf, (atMost) => companies.count(text, atMost));
  }

  @Query(() => Tenant, {
    nullable: true,
    description: 'One tenant; null for an unknown id and for one that the viewer may not open alike.',
  })
  tenant(
    @Arg('id', () => ID, { description: 'An id or a slug.' }) id: string,
    @Ctx() { companies }: RequestContext,
  ): Promise<Tenant | null> {
    return companies.find(id);
  }

  @Query(() => String, { description: 'The slug that a tenant of this name would get if it were created now.' })
  tenantSlug(
    @Arg('name', () => String, { description: 'A company’s name.' }) name: string,
    @Ctx() { companies }: RequestContext,
  ): Promise<string> {
    return companies.nextSlug(name.slice(0, maxSearchLength));
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
    @Ctx() { asker, access, companies }: RequestContext,
  ): Promise<CreateTenantPayload> {
    if (!asker.principal || asker.principal.kind === 'key') throw unauthenticated();
    const userErrors = checkInput(CreateTenantInput, input);
    if (userErrors.length > 0) return { tenant: null, userErrors };
    try {
      const tenant = await companies.create({
        name: input.name.trim(),
        idempotencyKey: input.idempotencyKey ?? null,
      });
      access.principals.forget();
      return { tenant, userErrors: [] };
    } catch (error) {
      return { tenant: null, userErrors: [userErrorFrom(error)] };
    }
  }
}
