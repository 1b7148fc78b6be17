import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Constraint } from '../../graphql/constraint';
import { UserError } from '../../graphql/user-error';
import { Tenant } from '../../tenancy/tenant';
import { Role } from '../role';
import { Invitation, Membership } from './membership';

const errors = 'What to change about the input; empty on success.';

@InputType({ description: 'Somebody to ask into a company.' })
export class InviteMemberInput {
  @Field(() => ID, { description: 'The company.' })
  tenantId!: string;

  @Field(() => String, { description: 'Where the invitation goes; only the account with this address can accept it.' })
  @Constraint({ minLength: 1, maxLength: 320, format: 'EMAIL' })
  email!: string;

  @Field(() => Role, { defaultValue: Role.MEMBER, description: 'What they will be able to do.' })
  role!: Role;
}

@ObjectType({ description: 'The invitation, or what kept it from being made.', simpleResolvers: true })
export class InviteMemberPayload {
  @Field(() => Invitation, { nullable: true, description: 'Good for a week; null where `userErrors` says why not.' })
  invitation!: Invitation | null;

  @Field(() => String, {
    nullable: true,
    description: 'For `acceptInvitation`, to hand over by other means than mail. Answered this once.',
  })
  token!: string | null;

  @Field(() => [UserError], { description: errors })
  userErrors!: UserError[];
}

@InputType({ description: 'An invitation to take back.' })
export class RevokeInvitationInput {
  @Field(() => ID, { description: 'One of `Tenant.invitations`.' })
  id!: string;
}

@ObjectType({ description: 'That it is gone, or why it is not.', simpleResolvers: true })
export class RevokeInvitationPayload {
  @Field(() => ID, { nullable: true, description: 'Null where `userErrors` says why not.' })
  revokedInvitationId!: string | null;

  @Field(() => [UserError], { description: errors })
  userErrors!: UserError[];
}

@InputType({ description: 'An invitation to accept.' })
export class AcceptInvitationInput {
  @Field(() => String, { description: 'From the link.' })
  @Constraint({ minLength: 1, maxLength: 200 })
  token!: string;
}

@ObjectType({ description: 'The company that was joined, or why none was.', simpleResolvers: true })
export class AcceptInvitationPayload {
  @Field(() => Tenant, { nullable: true, description: 'Open to the viewer from now on.' })
  tenant!: Tenant | null;

  @Field(() => [UserError], { description: errors })
  userErrors!: UserError[];
}

@InputType({ description: 'Another role for a member.' })
export class ChangeMemberRoleInput {
  @Field(() => ID, { description: 'The membership.' })
  id!: string;

  @Field(() => Role, { description: 'From now on.' })
  role!: Role;
}

@ObjectType({
  description: 'The member as they are afterwards, or what kept them from being changed.',
  simpleResolvers: true,
})
export class ChangeMemberRolePayload {
  @Field(() => Membership, { nullable: true, description: 'Null where `userErrors` says why not.' })
  membership!: Membership | null;

  @Field(() => [UserError], { description: errors })
  userErrors!: UserError[];
}

@InputType({ description: 'A member to remove; the viewer’s own membership to leave.' })
export class RemoveMemberInput {
  @Field(() => ID, { description: 'The membership.' })
  id!: string;
}

@ObjectType({ description: 'That the membership has ended, or why it has not.', simpleResolvers: true })
export class RemoveMemberPayload {
  @Field(() => ID, { nullable: true, description: 'Null where `userErrors` says why not.' })
  removedMembershipId!: string | null;

  @Field(() => [UserError], { description: errors })
  userErrors!: UserError[];
}
