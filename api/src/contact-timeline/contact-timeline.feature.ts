import { PutContactsToWork1765000000000 } from '../../../migrations/tenant/1765000000000-put-contacts-to-work';
import type { Feature } from '../graphql/feature';
import { newTimelineLoaders } from './timeline.loaders';
import {
  ContactChangedResolver,
  ContactImportedResolver,
  ContactMergedResolver,
  ContactNoteEntryResolver,
  ConversationStartedResolver,
  TimelineActorResolver,
  TimelineResolver,
} from './timeline.resolver';

declare module '../database/tables' {
  interface TenantTables {
    contact_changes: string;
  }
}
declare module '../graphql/loaders' {
  interface Loaders extends ReturnType<typeof newTimelineLoaders> {}
}

export const contactTimelineFeature: Feature = {
  migrations: [PutContactsToWork1765000000000],
  tables: ['contact_changes'],
  resolvers: [
    TimelineResolver,
    TimelineActorResolver,
    ConversationStartedResolver,
    ContactNoteEntryResolver,
    ContactChangedResolver,
    ContactImportedResolver,
    ContactMergedResolver,
  ],
  loaders: newTimelineLoaders,
  guards: { TimelineEntry: 'contacts:read' },
};
