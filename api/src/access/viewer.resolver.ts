import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../graphql/context';
import { Account, Session } from './account/account';
import { mostSessions } from './account/accounts';
import { ApiKey } from './key/api-key';
import { mostMemberships } from './member/members';
import { Membership } from './member/membership';
import { PermissionScalar } from './permission';
import { Viewer } from './viewer';

/** Who belongs to more companies than these pays for these. */
const usualMemberships = 25;

@Resolver(() => Viewer)
export class ViewerResolver {
  @Query(() => Viewer, { nullable: true, description: 'Who sends this request; null when nobody is signed in.' })
  viewer(@Ctx() { asker }: RequestContext): Viewer | null {
    return asker.principal && new Viewer(asker.principal);
  }

  @FieldResolver(() => Account, { nullable: true, description: 'The person; null for a program with a key.' })
  account(@Root() { principal }: Viewer, @Ctx() { access }: RequestContext): Promise<Account | null> | null {
    return principal.kind === 'account' ? access.accounts.find(principal.id) : null;
  }

  @FieldResolver(() => ApiKey, { nullable: true, description: 'The key of a program; null for a person.' })
  apiKey(@Root() { principal }: Viewer, @Ctx() { access }: RequestContext): Promise<ApiKey | null> | null {
    return principal.kind === 'key' ? access.apiKeys.find(principal.id) : null;
  }

  @FieldResolver(() => [Membership], {
    description: `The companies that the person belongs to, longest first; ${mostMemberships} at most.`,
    complexity: ({ childComplexity }) => usualMemberships * (1 + childComplexity),
  })
  async memberships(@Root() { principal }: Viewer, @Ctx() { access }: RequestContext): Promise<Membership[]> {
    return principal.kind === 'account' ? access.members.of(principal) : [];
  }

  @FieldResolver(() => [PermissionScalar], {
    description: 'What the viewer may do in the tenant that the request names; nothing where it names none.',
  })
  permissions(@Root() { principal }: Viewer, @Ctx() { access, openTenant }: RequestContext): string[] {
    return openTenant ? access.gatekeeper.permissionsOf(principal, openTenant.id) : [];
  }

  @FieldResolver(() => [Session], {
    description: `Where the person is signed in, the last used first; ${mostSessions} at most.`,
    complexity: ({ childComplexity }) => mostSessions * (1 + childComplexity),
  })
  async sessions(@Root() { principal }: Viewer, @Ctx() { access, asker }: RequestContext): Promise<Session[]> {
    return principal.kind === 'account' ? access.accounts.sessionsOf(asker) : [];
  }
}
