import { Field, ID, ObjectType } from 'type-graphql';
import { DateTimeISO } from '../../graphql/date-time';
import { Actor } from '../actor/actor';

@ObjectType({
  implements: Actor,
  description: 'A person who signs in, whichever companies they belong to.',
  simpleResolvers: true,
})
export class Account extends Actor {
  /** Read when asked for: a tenant that names somebody knows no more than the name. */
  email?: string;
  createdAt?: string;
}

/** As the registry has it. */
export type WholeAccount = Account & { email: string; createdAt: string };

@ObjectType({
  description: 'One sign-in: a browser, or a program that signed in with a password.',
  simpleResolvers: true,
})
export class Session {
  @Field(() => ID, { description: 'For `revokeSession`.' })
  id!: string;

  @Field(() => Boolean, { description: 'Whether this very request uses it.' })
  isCurrent!: boolean;

  @Field(() => String, { nullable: true, description: 'What the browser or program said of itself when it signed in.' })
  userAgent!: string | null;

  @Field(() => String, { nullable: true, description: 'The network address it signed in from.' })
  address!: string | null;

  @Field(() => DateTimeISO, { description: 'When it signed in.' })
  createdAt!: string;

  @Field(() => DateTimeISO, { description: 'Of its last request, to the minute.' })
  lastUsedAt!: string;

  @Field(() => DateTimeISO, { description: 'Until then it is valid, unless it is ended before.' })
  expiresAt!: string;
}
