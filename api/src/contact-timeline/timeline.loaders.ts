import DataLoader from 'dataloader';
import type { EntityManager } from 'typeorm';
import { loadPages, type PageKey, pageKeyOf } from '../graphql/pagination';
import { listTimelines, type TimelineRow } from './timeline.list';

interface TimelineKey extends PageKey {
  tenant: { schemaVersion: string };
}

export const newTimelineLoaders = (manager: EntityManager, { cache }: { cache: boolean }) => ({
  /** By contact and page. A request has one tenant. */
  timeline: new DataLoader<TimelineKey, TimelineRow[], string>(
    (keys) =>
      loadPages(
        keys,
        (contactIds, page) => listTimelines(manager, contactIds, page, (keys[0] as TimelineKey).tenant),
        ({ contactId }) => contactId,
      ),
    { cache, cacheKeyFn: pageKeyOf },
  ),
});
