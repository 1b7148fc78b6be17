import type { Reads } from '../../reads/reads';

export const actorReads: Reads = {
  rows: {
    Actor: {
      alias: 'a',
      from: ({ actors }) => actors,
      variants: { by: 'a.kind', types: { account: 'Account', key: 'ApiKey' } },
    },
  },
  fields: { 'Actor.id': 'a.id', 'Actor.name': 'a.name' },
};
