import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { answer } from '../../graphql/answer';
import type { RequestContext } from '../../graphql/context';
import { requireId } from '../../graphql/user-error';
import { Tenant } from '../../tenancy/tenant';
import { ApiKey } from './api-key';
import { mostApiKeys } from './api-keys';
import { CreateApiKeyInput, CreateApiKeyPayload, RevokeApiKeyInput, RevokeApiKeyPayload } from './key.inputs';

@Resolver(() => Tenant)
export class KeyResolver {
  @FieldResolver(() => [ApiKey], {
    description: 'Newest first. Needs `tenant:admin`.',
    complexity: ({ childComplexity }) => mostApiKeys * (1 + childComplexity),
  })
  apiKeys(@Root() { id }: Tenant, @Ctx() { access, asker }: RequestContext): Promise<ApiKey[]> {
    return access.apiKeys.list(asker, id);
  }

  @Mutation(() => CreateApiKeyPayload, { description: 'Makes a key for a program. Needs `tenant:admin`.' })
  createApiKey(
    @Arg('input', () => CreateApiKeyInput, { description: 'For what.' }) input: CreateApiKeyInput,
    @Ctx() { access, asker, companies }: RequestContext,
  ): Promise<CreateApiKeyPayload> {
    return answer(
      { apiKey: null, token: null },
      CreateApiKeyInput,
      input,
      async () => {
        const { id: tenantId } = await companies.require(input.tenantId);
        const { name, scopes, expiresAt = null } = input;
        return access.apiKeys.create(asker, { tenantId, name, scopes: [...new Set(scopes)], expiresAt });
      },
      () => access.gatekeeper.requireSomebody(asker),
    );
  }

  @Mutation(() => RevokeApiKeyPayload, { description: 'Felt within a second. Needs `tenant:admin`.' })
  revokeApiKey(
    @Arg('input', () => RevokeApiKeyInput, { description: 'Which.' }) input: RevokeApiKeyInput,
    @Ctx() { access, asker }: RequestContext,
  ): Promise<RevokeApiKeyPayload> {
    return answer(
      { revokedApiKeyId: null },
      RevokeApiKeyInput,
      input,
      async () => {
        const id = requireId('id', input.id, 'API key');
        await access.apiKeys.revoke(asker, id);
        return { revokedApiKeyId: id };
      },
      () => access.gatekeeper.requireSomebody(asker),
    );
  }
}
