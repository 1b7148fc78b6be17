import type { Feature } from '../graphql/feature';
import { SearchResolver } from './search.resolver';

/** What is looked for in contacts, conversations and messages at once: above all nouns. */
export const searchFeature: Feature = {
  resolvers: [SearchResolver],
  guards: { 'Query.search': 'conversations:read' },
};
