import { Arg, Args, ArgsType, Ctx, Field, ID, Mutation, Query, Resolver } from 'type-graphql';
import { requireWholeAccount } from '../access/account/accounts';
import type { Asker } from '../access/asker';
import { answer } from '../graphql/answer';
import type { RequestContext } from '../graphql/context';
import { badArgument, unauthenticated } from '../graphql/errors';
import { type Connection, connectionTypes, ForwardPageArgs, keyForms, listPage } from '../graphql/pagination';
import { hasUnstorable, textOrNull } from '../graphql/text';
import { Tenant } from './tenant';
import { CreateTenantInput, CreateTenantPayload } from './tenant.inputs';

const TenantConnection = connectionTypes(Tenant, 'tenants');

const maxSearchLength = 200;

@ArgsType()
class TenantsArgs extends ForwardPageArgs {
  @Field(() => String, {
    nullable: true,
    description: `Text that occurs in the name or the slug, in any case; at most ${maxSearchLength} characters.`,
  })
  search?: string | null;
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
    return listPage(args, keyForms.time, {
      read: (after, limit) => companies.list(text, after, limit),
      positionOf: ({ createdAt, id }) => ({ key: createdAt, id }),
      count: (atMost) => companies.count(text, atMost),
    });
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
  createTenant(
    @Arg('input', () => CreateTenantInput, { description: 'The company.' }) input: CreateTenantInput,
    @Ctx() { asker, access, companies }: RequestContext,
  ): Promise<CreateTenantPayload> {
    return answer(
      { tenant: null },
      CreateTenantInput,
      input,
      async () => {
        const { name, idempotencyKey = null } = input;
        const tenant = await companies.create({ name: name.trim(), idempotencyKey });
        access.principals.forget();
        return { tenant };
      },
      () => requirePerson(asker),
    );
  }
}

/** A key belongs to one company, as a session by single sign-on does, and makes no others. */
function requirePerson(asker: Asker): void {
  if (asker.principal?.kind !== 'operator') requireWholeAccount(asker);
}
