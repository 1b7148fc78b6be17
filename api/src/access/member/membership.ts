import { Field, ID, ObjectType } from 'type-graphql';
import { DateTimeISO } from '../../graphql/date-time';
import { Account, type WholeAccount } from '../account/account';
import { Role } from '../role';

@ObjectType({ description: 'That a person belongs to a company, and what they may do there.', simpleResolvers: true })
export class Membership {
  @Field(() => ID, { description: 'For `changeMemberRole` and `removeMember`.' })
  id!: string;

  @Field(() => Account, { description: 'Who.' })
  account!: WholeAccount;

  @Field(() => Role, { description: 'What they may do there.' })
  role!: Role;

  @Field(() => DateTimeISO, { description: 'Since when they belong to it.' })
  createdAt!: string;

  tenantId!: string;
}

@ObjectType({ description: 'Somebody was asked to join a company, and has not answered yet.', simpleResolvers: true })
export class Invitation {
  @Field(() => ID, { description: 'For `revokeInvitation`.' })
  id!: string;

  @Field(() => String, { description: 'Only the account with this address can accept it.' })
  email!: string;

  @Field(() => Role, { description: 'What they will be able to do.' })
  role!: Role;

  @Field(() => DateTimeISO, { description: 'When it was sent.' })
  createdAt!: string;

  @Field(() => DateTimeISO, { description: 'From then on it is of no use.' })
  expiresAt!: string;

  tenantId!: string;
}
