import { CreateEvents1764300000000 } from '../../../migrations/tenant/1764300000000-create-events';
import type { Feature } from '../graphql/feature';
import { EventActorResolver } from './event-actor.resolver';
import { purgeEvents } from './event-log';
import { EventsResolver } from './events.resolver';

declare module '../database/tables' {
  interface TenantTables {
    events: string;
    event_counter: string;
  }
}

export const eventsFeature: Feature = {
  migrations: [CreateEvents1764300000000],
  tables: ['events', 'event_counter'],
  resolvers: [EventsResolver, EventActorResolver],
  guards: { TenantEvent: 'conversations:read' },
  jobs: { purgeEvents: ({ manager, now }) => purgeEvents(manager, now) },
};
