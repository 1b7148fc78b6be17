/** Who did something: a person, or a program with an API key. */
export interface Actor {
  __typename: 'Account' | 'ApiKey';
  id: string;
  name: string;
}

/** What stands for the name in rows that are older than accounts. */
export const beforeSignIn = 'Before sign-in';

export const isProgram = (actor: Actor | null): boolean => actor?.__typename === 'ApiKey';

/** "You" is the viewer and nobody else. */
export function nameOfActor(actor: Actor | null, viewerId: string | undefined): string {
  if (actor === null) return beforeSignIn;
  return actor.id === viewerId ? 'You' : actor.name;
}

/** For where there is little room: people by their first name, programs by all of theirs. */
export function shortNameOfActor(actor: Actor | null, viewerId: string | undefined): string {
  const name = nameOfActor(actor, viewerId);
  return actor?.__typename === 'Account' ? firstWordOf(name) : name;
}

export const firstWordOf = (name: string): string => name.split(' ')[0] ?? name;
