import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Constraint } from '../../graphql/constraint';
import { DateTimeISO } from '../../graphql/date-time';
import { UserError } from '../../graphql/user-error';
import { PermissionScalar } from '../permission';
import { ApiKey } from './api-key';

const errors = 'What to change about the input; empty on success.';

@InputType({ description: 'A key for a program.' })
export class CreateApiKeyInput {
  @Field(() => ID, { description: 'The one company in which it is good.' })
  tenantId!: string;

  @Field(() => String, { description: 'What it is for, for people.' })
  @Constraint({ minLength: 1, maxLength: 100 })
  name!: string;

  @Field(() => [PermissionScalar], { description: 'What the program may do; nothing that the viewer may not.' })
  scopes!: string[];

  @Field(() => DateTimeISO, { nullable: true, description: 'From then on it is refused; never where nothing is said.' })
  expiresAt?: Date | null;
}

@ObjectType({ description: 'The key, or what kept it from being made.', simpleResolvers: true })
export class CreateApiKeyPayload {
  @Field(() => ApiKey, { nullable: true, description: 'Null where `userErrors` says why not.' })
  apiKey!: ApiKey | null;

  @Field(() => String, {
    nullable: true,
    description: 'For `Authorization: Bearer`. Answered this once: only a hash of it is kept.',
  })
  token!: string | null;

  @Field(() => [UserError], { description: errors })
  userErrors!: UserError[];
}

@InputType({ description: 'A key to revoke.' })
export class RevokeApiKeyInput {
  @Field(() => ID, { description: 'One of `Tenant.apiKeys`.' })
  id!: string;
}

@ObjectType({ description: 'That the key is of no use any more, or why it still is.', simpleResolvers: true })
export class RevokeApiKeyPayload {
  @Field(() => ID, { nullable: true, description: 'Null where `userErrors` says why not.' })
  revokedApiKeyId!: string | null;

  @Field(() => [UserError], { description: errors })
  userErrors!: UserError[];
}
