import { ApolloClient } from '@apollo/client';
import { MockLink } from '@apollo/client/testing';
import { Subject } from 'rxjs';
import { LabelsDocument, SavedViewsDocument, ThreadMessage_MessageFragmentDoc } from '../generated/graphql';
import { message } from '../testing/contact-page';
import { newView } from '../testing/saved-view';
import { createCache } from './cache';
import { followLists } from './follow-lists';
import type { StreamedEvent } from './tenant-stream';

const label = (id: string, name: string) => ({ __typename: 'Label' as const, id, name, colour: 'RED' as const });
const labelsChanged = (id: string, now: ReturnType<typeof label> | null): StreamedEvent => ({
  __typename: 'LabelsChanged',
  cursor: '1',
  labelId: id,
  label: now,
});
const viewsChanged: StreamedEvent = { __typename: 'SavedViewsChanged', cursor: '2', savedViewId: 'v1' };

const labels = (...all: object[]): MockLink.MockedResponse => ({
  request: { query: LabelsDocument },
  result: { data: { labels: all } },
});
const views = (...all: object[]): MockLink.MockedResponse => ({
  request: { query: SavedViewsDocument },
  result: { data: { savedViews: all } },
});

async function following(...mocks: MockLink.MockedResponse[]) {
  const client = new ApolloClient({ cache: createCache(), link: new MockLink(mocks) });
  const events = new Subject<StreamedEvent>();
  const stop = followLists(events, client);
  return { client, events, stop };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 1_200));

test('labels that the page has are read again, once for several changes', async () => {
  const { client, events, stop } = await following(labels(label('l1', 'Billing')), labels(label('l2', 'Sales')));
  await client.query({ query: LabelsDocument });

  events.next(labelsChanged('l2', label('l2', 'Sales')));
  events.next(labelsChanged('l1', null));
  const names = () => client.cache.readQuery({ query: LabelsDocument })?.labels.map(({ name }) => name);
  // One that is deleted is gone at once, wherever it was.
  expect(names()).toEqual([]);
  await settled();

  expect(names()).toEqual(['Sales']);
  stop.unsubscribe();
});

test('views that everybody has are read again', async () => {
  const { client, events, stop } = await following(views(), views(newView({ isShared: true })));
  await client.query({ query: SavedViewsDocument });

  events.next(viewsChanged);
  await settled();

  expect(client.cache.readQuery({ query: SavedViewsDocument })?.savedViews).toMatchObject([{ name: 'Urgent' }]);
  stop.unsubscribe();
});

test('how far a message has come is shown wherever it stands', async () => {
  const { client, events, stop } = await following();
  const read = message(1, 'Hello', 'USER');
  const fragment = { fragment: ThreadMessage_MessageFragmentDoc, fragmentName: 'ThreadMessage_message' };
  client.cache.writeFragment({ ...fragment, data: read });
  const failed = { deliveryState: 'FAILED', deliveryReason: 'No such mailbox' } as const;
  const changed = (id: string): StreamedEvent => ({
    __typename: 'MessageChanged',
    cursor: '3',
    message: { __typename: 'Message', id, ...failed },
  });

  events.next(changed(read.id));
  events.next(changed('another'));

  const id = client.cache.identify(read) ?? '';
  expect(client.cache.readFragment({ ...fragment, id })).toEqual({ ...read, ...failed });
  expect(client.cache.extract()).not.toHaveProperty(['Message:another']);
  stop.unsubscribe();
});

test('what a page has not read is not asked for', async () => {
  const { client, events, stop } = await following();

  events.next(viewsChanged);
  events.next(labelsChanged('l1', null));
  await settled();

  expect(client.cache.extract()).toEqual({});
  stop.unsubscribe();
});
