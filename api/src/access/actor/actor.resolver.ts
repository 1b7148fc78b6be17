import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../graphql/context';
import { DateTimeISO } from '../../graphql/date-time';
import { Account, type WholeAccount } from '../account/account';
import { ApiKey, type WholeApiKey } from '../key/api-key';
import { PermissionScalar } from '../permission';

/** What a tenant does not keep of its actors: asked for only where somebody wants to know. */
@Resolver(() => Account)
export class AccountFieldsResolver {
  @FieldResolver(() => String, { description: 'The address to sign in with.' })
  async email(@Root() account: Account, @Ctx() ctx: RequestContext): Promise<string> {
    return account.email ?? (await wholeAccount(account, ctx)).email;
  }

  @FieldResolver(() => DateTimeISO, { description: 'When they signed up.' })
  async createdAt(@Root() account: Account, @Ctx() ctx: RequestContext): Promise<string> {
    return account.createdAt ?? (await wholeAccount(account, ctx)).createdAt;
  }
}

@Resolver(() => ApiKey)
export class ApiKeyFieldsResolver {
  @FieldResolver(() => String, { description: 'The last characters of the key, to know it by.' })
  async hint(@Root() key: ApiKey, @Ctx() ctx: RequestContext): Promise<string> {
    return (await wholeKey(key, ctx)).hint;
  }

  @FieldResolver(() => [PermissionScalar], { description: 'What the program may do.' })
  async scopes(@Root() key: ApiKey, @Ctx() ctx: RequestContext): Promise<string[]> {
    return (await wholeKey(key, ctx)).scopes;
  }

  @FieldResolver(() => DateTimeISO, { description: 'When it was made.' })
  async createdAt(@Root() key: ApiKey, @Ctx() ctx: RequestContext): Promise<string> {
    return (await wholeKey(key, ctx)).createdAt;
  }

  @FieldResolver(() => DateTimeISO, {
    nullable: true,
    description: 'From then on it is refused; null where it never is.',
  })
  async expiresAt(@Root() key: ApiKey, @Ctx() ctx: RequestContext): Promise<string | null> {
    return (await wholeKey(key, ctx)).expiresAt;
  }

  @FieldResolver(() => DateTimeISO, {
    nullable: true,
    description: 'Of its last request, to the minute; null before the first.',
  })
  async lastUsedAt(@Root() key: ApiKey, @Ctx() ctx: RequestContext): Promise<string | null> {
    return (await wholeKey(key, ctx)).lastUsedAt;
  }
}

async function wholeAccount({ id }: Account, { access }: RequestContext): Promise<WholeAccount> {
  const account = await access.accounts.find(id);
  if (!account) throw new Error(`expected account ${id} to exist`);
  return account;
}

async function wholeKey(key: ApiKey, { access }: RequestContext): Promise<WholeApiKey> {
  if (isWhole(key)) return key;
  const whole = await access.apiKeys.find(key.id);
  if (!whole) throw new Error(`expected API key ${key.id} to exist`);
  return whole;
}

const isWhole = (key: ApiKey): key is WholeApiKey => key.hint !== undefined;
