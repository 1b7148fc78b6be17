import type { Feature } from '../graphql/feature';
import { ContactView } from './contact-view';
import { ContactViewsChanged } from './contact-view.events';
import { ContactViewResolver } from './contact-view.resolver';
import { contactViewReads } from './contact-view.sql';

declare module '../database/tables' {
  interface TenantTables {
    contact_views: string;
  }
}
declare module '../events/event' {
  interface LiveEvents {
    contactViewsChanged: null;
  }
}

export const contactViewFeature: Feature = {
  entities: [ContactView],
  tables: ['contact_views'],
  resolvers: [ContactViewResolver],
  reads: contactViewReads,
  events: { contactViewsChanged: { Type: ContactViewsChanged, load: async () => null } },
  guards: { ContactView: 'contacts:read' },
};
