import type { Actor } from '../access/actor';

export const newColleague = (id: string, name: string): Actor & { __typename: 'Account' } => ({
  __typename: 'Account',
  id,
  name,
});

export const newProgram = (id: string, name: string): Actor & { __typename: 'ApiKey' } => ({
  __typename: 'ApiKey',
  id,
  name,
});

/** Whoever looks at the pages of the tests. */
export const viewer = newColleague('viewer', 'Vera Viewer');
