import { ObjectType } from 'type-graphql';
import { Actor } from '../actor/actor';

@ObjectType({
  implements: Actor,
  description: 'Lets a program act in one company: `Authorization: Bearer` with the key.',
  simpleResolvers: true,
})
export class ApiKey extends Actor {
  /** Read when asked for: a tenant that names a key knows no more than the name. */
  hint?: string;
  scopes?: string[];
  createdAt?: string;
  expiresAt?: string | null;
  lastUsedAt?: string | null;
}

/** As the registry has it. */
export type WholeApiKey = Required<ApiKey>;
