import type { Feature } from '../graphql/feature';
import { PresenceResolver, ViewersOfConversationResolver } from './presence.resolver';

export const presenceFeature: Feature = {
  resolvers: [PresenceResolver, ViewersOfConversationResolver],
  guards: { Presence: 'conversations:read' },
};
