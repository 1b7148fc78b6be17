import type { Feature } from '../graphql/feature';
import { columnFields, computed, list } from '../reads/reads';
import { SavedView } from './saved-view';
import { SavedViewsChanged } from './saved-view.events';
import { savedViews } from './saved-view.repository';
import { SavedViewResolver } from './saved-view.resolver';

declare module '../database/tables' {
  interface TenantTables {
    saved_views: string;
  }
}
declare module '../events/event' {
  interface LiveEvents {
    savedViewsChanged: null;
  }
}

export const savedViewFeature: Feature = {
  entities: [SavedView],
  tables: ['saved_views'],
  resolvers: [SavedViewResolver],
  reads: {
    rows: { SavedView: { alias: 'w', from: ({ saved_views }) => saved_views } },
    fields: {
      ...columnFields(SavedView, 'w'),
      'SavedView.isMine': computed((_, { bind }, { askerId }) => `(w.owner_id = ${bind(askerId)}::uuid)`),
      'Query.savedViews': list('SavedView', 'w', (_, sql, { askerId }) => savedViews.selectAll(sql, 'w.*', askerId)),
    },
  },
  events: { savedViewsChanged: { Type: SavedViewsChanged, load: async () => null } },
  guards: { SavedView: 'conversations:read' },
};
