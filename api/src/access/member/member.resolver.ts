import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { answer } from '../../graphql/answer';
import type { RequestContext } from '../../graphql/context';
import { type Connection, connectionTypes, ForwardPageArgs, keyForms, listPage } from '../../graphql/pagination';
import { requireId } from '../../graphql/user-error';
import { Tenant } from '../../tenancy/tenant';
import { requireWholeAccount } from '../account/accounts';
import { mostInvitations } from './invitations';
import {
  AcceptInvitationInput,
  AcceptInvitationPayload,
  ChangeMemberRoleInput,
  ChangeMemberRolePayload,
  InviteMemberInput,
  InviteMemberPayload,
  RemoveMemberInput,
  RemoveMemberPayload,
  RevokeInvitationInput,
  RevokeInvitationPayload,
} from './member.inputs';
import { Invitation, Membership } from './membership';

const MembershipConnection = connectionTypes(Membership, 'memberships');

@Resolver(() => Tenant)
export class MemberResolver {
  @FieldResolver(() => MembershipConnection, { description: 'Who belongs to the company, longest first.' })
  members(
    @Root() { id }: Tenant,
    @Args(() => ForwardPageArgs) args: ForwardPageArgs,
    @Ctx() { access, asker }: RequestContext,
  ): Promise<Connection<Membership>> {
    return listPage(args, keyForms.time, {
      read: (after, limit) => access.members.list(asker, id, after, limit),
      positionOf: ({ createdAt, id }) => ({ key: createdAt, id }),
      count: () => access.members.count(asker, id),
    });
  }

  @FieldResolver(() => [Invitation], {
    description: 'Those that are open, newest first. Needs `tenant:admin`.',
    complexity: ({ childComplexity }) => mostInvitations * (1 + childComplexity),
  })
  invitations(@Root() { id }: Tenant, @Ctx() { access, asker }: RequestContext): Promise<Invitation[]> {
    return access.invitations.list(asker, id);
  }

  @Mutation(() => InviteMemberPayload, {
    description: 'Mails an invitation; one for the same address takes the earlier one’s place. Needs `tenant:admin`.',
  })
  inviteMember(
    @Arg('input', () => InviteMemberInput, { description: 'Whom.' }) input: InviteMemberInput,
    @Ctx() { access, asker, companies, post }: RequestContext,
  ): Promise<InviteMemberPayload> {
    return answer(
      { invitation: null, token: null },
      InviteMemberInput,
      input,
      async () => {
        const tenant = await companies.require(input.tenantId);
        const made = await access.invitations.invite(asker, { ...input, tenantId: tenant.id });
        post.sendInvitation(made.invitation.email, { company: tenant.name, token: made.token });
        return made;
      },
      () => access.gatekeeper.requireSomebody(asker),
    );
  }

  @Mutation(() => RevokeInvitationPayload, { description: 'Takes an invitation back. Needs `tenant:admin`.' })
  revokeInvitation(
    @Arg('input', () => RevokeInvitationInput, { description: 'Which.' }) input: RevokeInvitationInput,
    @Ctx() { access, asker }: RequestContext,
  ): Promise<RevokeInvitationPayload> {
    return answer(
      { revokedInvitationId: null },
      RevokeInvitationInput,
      input,
      async () => {
        const id = requireId('id', input.id, 'invitation');
        await access.invitations.revoke(asker, id);
        return { revokedInvitationId: id };
      },
      () => access.gatekeeper.requireSomebody(asker),
    );
  }

  @Mutation(() => AcceptInvitationPayload, { description: 'Joins the company that the invitation is for.' })
  acceptInvitation(
    @Arg('input', () => AcceptInvitationInput, { description: 'Which.' }) input: AcceptInvitationInput,
    @Ctx() { access, asker, companies }: RequestContext,
  ): Promise<AcceptInvitationPayload> {
    return answer(
      { tenant: null },
      AcceptInvitationInput,
      input,
      async () => ({
        tenant: await companies.find(await access.invitations.accept(asker, input.token)),
      }),
      () => void requireWholeAccount(asker),
    );
  }

  @Mutation(() => ChangeMemberRolePayload, {
    description: 'Felt within a second. Needs `tenant:admin`, and `tenant:own` where an owner is made or unmade.',
  })
  changeMemberRole(
    @Arg('input', () => ChangeMemberRoleInput, { description: 'Whose, and which.' }) input: ChangeMemberRoleInput,
    @Ctx() { access, asker }: RequestContext,
  ): Promise<ChangeMemberRolePayload> {
    return answer(
      { membership: null },
      ChangeMemberRoleInput,
      input,
      async () => ({
        membership: await access.members.changeRole(asker, requireId('id', input.id, 'member'), input.role),
      }),
      () => access.gatekeeper.requireSomebody(asker),
    );
  }

  @Mutation(() => RemoveMemberPayload, {
    description: 'Felt within a second, on open sockets too. Needs `tenant:admin`, unless it is the viewer who leaves.',
  })
  removeMember(
    @Arg('input', () => RemoveMemberInput, { description: 'Whom.' }) input: RemoveMemberInput,
    @Ctx() { access, asker }: RequestContext,
  ): Promise<RemoveMemberPayload> {
    return answer(
      { removedMembershipId: null },
      RemoveMemberInput,
      input,
      async () => {
        const id = requireId('id', input.id, 'member');
        await access.members.remove(asker, id);
        return { removedMembershipId: id };
      },
      () => access.gatekeeper.requireSomebody(asker),
    );
  }
}
