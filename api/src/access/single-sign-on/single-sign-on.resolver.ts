import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { answer } from '../../graphql/answer';
import type { RequestContext } from '../../graphql/context';
import { Tenant } from '../../tenancy/tenant';
import { signedIn } from '../account/signed-in';
import { SingleSignOn } from './single-sign-on';
import {
  BeginSingleSignOnInput,
  BeginSingleSignOnPayload,
  FinishSingleSignOnInput,
  FinishSingleSignOnPayload,
  RemoveSingleSignOnInput,
  RemoveSingleSignOnPayload,
  SetSingleSignOnInput,
  SetSingleSignOnPayload,
} from './single-sign-on.inputs';

@Resolver(() => Tenant)
export class SingleSignOnResolver {
  @FieldResolver(() => SingleSignOn, {
    nullable: true,
    description: 'The company’s own provider; null where it has none. Needs `tenant:admin`.',
  })
  singleSignOn(@Root() { id }: Tenant, @Ctx() { access, asker }: RequestContext): Promise<SingleSignOn | null> {
    return access.providers.of(asker, id);
  }

  @FieldResolver(() => String, {
    description: 'Where a provider of the company has to send people back to: one of its redirect URIs.',
  })
  singleSignOnRedirectUri(@Ctx() { access }: RequestContext): string {
    return access.providers.redirectUri;
  }

  @Mutation(() => SetSingleSignOnPayload, {
    description: 'Has people of the company sign in by its OpenID Connect provider. Needs `tenant:own`.',
  })
  setSingleSignOn(
    @Arg('input', () => SetSingleSignOnInput, { description: 'The provider.' }) input: SetSingleSignOnInput,
    @Ctx() { access, asker, companies }: RequestContext,
  ): Promise<SetSingleSignOnPayload> {
    return answer(
      { singleSignOn: null },
      SetSingleSignOnInput,
      input,
      async () => {
        const { id: tenantId } = await companies.require(input.tenantId);
        const [issuer, clientId, clientSecret] = [input.issuer, input.clientId, input.clientSecret].map((text) =>
          text.trim(),
        ) as [string, string, string];
        const provider = { tenantId, issuer, clientId, clientSecret, role: input.role };
        return { singleSignOn: await access.providers.set(asker, provider) };
      },
      () => access.gatekeeper.requireSomebody(asker),
    );
  }

  @Mutation(() => RemoveSingleSignOnPayload, {
    description: 'Ends single sign-on for the company, and the sessions by it. Needs `tenant:own`.',
  })
  removeSingleSignOn(
    @Arg('input', () => RemoveSingleSignOnInput, { description: 'Whose.' }) input: RemoveSingleSignOnInput,
    @Ctx() { access, asker, companies }: RequestContext,
  ): Promise<RemoveSingleSignOnPayload> {
    return answer(
      { tenant: null },
      RemoveSingleSignOnInput,
      input,
      async () => {
        const tenant = await companies.require(input.tenantId);
        await access.providers.remove(asker, tenant.id);
        return { tenant };
      },
      () => access.gatekeeper.requireSomebody(asker),
    );
  }

  @Mutation(() => BeginSingleSignOnPayload, { description: 'Leads a browser to the provider of a company.' })
  beginSingleSignOn(
    @Arg('input', () => BeginSingleSignOnInput, { description: 'Of which.' }) input: BeginSingleSignOnInput,
    @Ctx() { access, asker }: RequestContext,
  ): Promise<BeginSingleSignOnPayload> {
    return answer({ url: null }, BeginSingleSignOnInput, input, async () => ({
      url: await access.companySignIns.begin(asker, input.company),
    }));
  }

  @Mutation(() => FinishSingleSignOnPayload, {
    description: 'Opens a session of 30 days for the one company whose provider has sent the browser back.',
  })
  finishSingleSignOn(
    @Arg('input', () => FinishSingleSignOnInput, { description: 'What the provider sent.' })
    input: FinishSingleSignOnInput,
    @Ctx() { access, asker, companies }: RequestContext,
  ): Promise<FinishSingleSignOnPayload> {
    return answer({ viewer: null, token: null, tenant: null }, FinishSingleSignOnInput, input, async () => {
      const { code, state, iss = null } = input;
      const { token, tenantId } = await access.companySignIns.finish(asker, state, { code, iss });
      const viewer = await signedIn(access.principals, asker, token);
      return { viewer, token, tenant: await companies.find(tenantId) };
    });
  }
}
