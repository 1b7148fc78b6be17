import { ApolloLink } from '@apollo/client';
import type { PageState } from './clients';
import { createEventSource } from './event-source';
import { followLists } from './follow-lists';
import type { LiveConnection } from './live-connection';
import { answerFromSocket } from './socket-link';
import { answerFromStream, isOfStream } from './stream-link';
import { TenantStream } from './tenant-stream';

/** All that a tenant's stream takes, from its socket to the pages' subscriptions: in one file, which `late-live-link` loads. */
export function createLiveLink(tenant: string, live: LiveConnection, page: PageState): ApolloLink {
  const source = createEventSource(tenant);
  const stream = new TenantStream(live, source, page);
  followLists(stream.events, page.client);
  return ApolloLink.split(
    ({ query }) => isOfStream(query),
    answerFromStream(stream),
    answerFromSocket({ live, source, stream, cursor: page.cursor }),
  );
}
