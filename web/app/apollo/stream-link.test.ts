import { ApolloClient, ApolloLink } from '@apollo/client';
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionSetNode,
} from 'graphql';
import { EMPTY, Subject } from 'rxjs';
import * as generated from '../generated/graphql';
import { createCache } from './cache';
import { answerFromStream, isOfStream } from './stream-link';
import type { StreamedEvent, TenantStream } from './tenant-stream';

const { TenantStreamDocument, ThreadMessagesDocument, DashboardDeletionsDocument } = generated;

function newClient(justArrived: StreamedEvent[] = []) {
  const events = new Subject<StreamedEvent>();
  const link = answerFromStream({ events, justArrived } as unknown as TenantStream);
  const client = new ApolloClient({
    cache: createCache(),
    link: ApolloLink.split(
      ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
      link,
      new ApolloLink(() => EMPTY),
    ),
  });
  return { client, events };
}

const message = (number: number, conversationId = 'talk'): StreamedEvent => ({
  __typename: 'MessageSent',
  cursor: `${number}`,
  conversationId,
  message: {
    __typename: 'Message',
    id: `message-${number}`,
    number,
    senderType: 'CONTACT',
    isNote: false,
    content: `Number ${number}`,
    author: null,
    deliveryState: null,
    deliveryReason: null,
    mentions: [],
    createdAt: '2026-11-24T12:00:00.000Z',
    conversation: { __typename: 'Conversation', id: conversationId, contact: { __typename: 'Contact', id: 'ann' } },
  },
});
const deletion: StreamedEvent = { __typename: 'ContactDeleted', cursor: '9', contactId: 'ann' };

test('a page hears of what it subscribed to, and of nothing else', () => {
  const { client, events } = newClient();
  const heard: unknown[] = [];
  client
    .subscribe({ query: ThreadMessagesDocument, variables: { id: 'talk' } })
    .subscribe(({ data }) => heard.push(data?.messageSent.number));

  events.next(message(1));
  events.next(message(2, 'another'));
  events.next(deletion);
  events.next({ ...message(3), message: null } as StreamedEvent);
  events.next(message(4));

  expect(heard).toEqual([1, 4]);
});

test('a page that opens hears what has just arrived, save deletions, which may be undone', () => {
  const { client } = newClient([message(1), deletion]);
  const heard: unknown[] = [];

  client
    .subscribe({ query: ThreadMessagesDocument, variables: { id: 'talk' } })
    .subscribe(({ data }) => heard.push(data?.messageSent.number));
  client.subscribe({ query: DashboardDeletionsDocument }).subscribe(({ data }) => heard.push(data?.contactDeleted));

  expect(heard).toEqual([1]);
});

const operationOf = (document: DocumentNode) =>
  document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION) as OperationDefinitionNode;

/** Each field by its path, fragments resolved. */
function paths(document: DocumentNode, { selections }: SelectionSetNode, prefix = ''): string[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.INLINE_FRAGMENT) return paths(document, selection.selectionSet, prefix);
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      const isNamed = ({ kind, ...rest }: { kind: string }) =>
        kind === Kind.FRAGMENT_DEFINITION && (rest as FragmentDefinitionNode).name.value === selection.name.value;
      return paths(document, (document.definitions.find(isNamed) as FragmentDefinitionNode).selectionSet, prefix);
    }
    const path = `${prefix}.${selection.alias?.value ?? selection.name.value}`;
    return selection.selectionSet ? [path, ...paths(document, selection.selectionSet, path)] : [path];
  });
}

const subscriptions = Object.values(generated)
  .filter((value): value is typeof TenantStreamDocument => typeof value === 'object' && 'definitions' in value)
  .filter((document) => operationOf(document)?.operation === OperationTypeNode.SUBSCRIPTION)
  .filter((document) => (document as unknown) !== TenantStreamDocument && isOfStream(document))
  .map((document) => [operationOf(document).name?.value, document] as const);

/** What an event has of each subscription's row. */
const rowOf: Record<string, string> = {
  contactChanged: '.contact',
  contactDeleted: '.contactId',
  conversationChanged: '.conversation',
  messageSent: '.message',
};

test.each(subscriptions)('the stream asks for all that %s asks for', (_name, document) => {
  const [stream] = operationOf(TenantStreamDocument).selectionSet.selections as readonly FieldNode[];
  const [field] = operationOf(document).selectionSet.selections as readonly FieldNode[];
  if (!stream?.selectionSet || !field) throw new Error('expected a field with a selection');
  const streamed = new Set(paths(TenantStreamDocument, stream.selectionSet));
  const row = rowOf[field.name.value] ?? `no row of ${field.name.value}`;

  const wanted = field.selectionSet ? paths(document, field.selectionSet, row) : [row];

  expect(wanted.filter((path) => !streamed.has(path))).toEqual([]);
});
