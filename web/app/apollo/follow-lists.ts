import type { ApolloClient } from '@apollo/client';
import type { DocumentNode } from 'graphql';
import { debounceTime, filter, type Observable, type Unsubscribable } from 'rxjs';
import {
  ContactFieldsDocument,
  ContactViewsDocument,
  CustomFieldsDocument,
  InboxCountsDocument,
  LabelsDocument,
  SavedViewsDocument,
} from '../generated/graphql';
import { readAnew } from './read-anew';
import type { StreamedEvent } from './tenant-stream';

type ChangedMessage = NonNullable<Extract<StreamedEvent, { __typename: 'MessageChanged' }>['message']>;

/** Many changes that come together are read once. */
const settleMs = 1_000;

/** Brings what stands all over a company's pages up to date, where the page has read it: labels, views that everybody has, how far messages have come. */
export function followLists(events: Observable<StreamedEvent>, client: ApolloClient): Unsubscribable {
  const of = (type: StreamedEvent['__typename']) => events.pipe(filter(({ __typename }) => __typename === type));
  const forgotten = events.subscribe((event) => {
    // Whatever has it loses it at once; one that was renamed is in the cache by its id already.
    if (event.__typename === 'LabelsChanged' && event.label === null)
      client.cache.evict({ id: client.cache.identify({ __typename: 'Label', id: event.labelId }) ?? '' });
    if (event.__typename === 'MessageChanged' && event.message) takeDelivery(client, event.message);
  });
  const settled = (type: StreamedEvent['__typename'], queries: readonly DocumentNode[]) =>
    of(type)
      .pipe(debounceTime(settleMs))
      .subscribe(() => {
        for (const query of queries) void readAgain(client, query);
      });
  forgotten.add(settled('LabelsChanged', [LabelsDocument, InboxCountsDocument]));
  forgotten.add(settled('SavedViewsChanged', [SavedViewsDocument]));
  forgotten.add(settled('ContactViewsChanged', [ContactViewsDocument]));
  forgotten.add(settled('CustomFieldsChanged', [CustomFieldsDocument, ContactFieldsDocument]));
  return forgotten;
}

/** A message that no page has read stays unknown. */
const takeDelivery = (client: ApolloClient, message: ChangedMessage): boolean =>
  client.cache.modify({
    id: client.cache.identify({ ...message }) ?? '',
    fields: { deliveryState: () => message.deliveryState, deliveryReason: () => message.deliveryReason },
  });

/** One that was never read here is read when somebody asks for it. */
const readAgain = async (client: ApolloClient, query: DocumentNode): Promise<unknown> =>
  client.cache.readQuery({ query }) === null ? null : readAnew(client, query);
