import { ApolloLink, Observable } from '@apollo/client';
import {
  type DocumentNode,
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  valueFromASTUntyped,
} from 'graphql';
import type { StreamedEvent, TenantStream } from './tenant-stream';

/**
 * Answers the pages' subscriptions from the tenant's one stream, which is what goes on without a gap: for each event, what the subscription of its
 * field would have sent. A page that opens gets what has just arrived as well, since what it shows may have been read before.
 * Shape: the stream (`tenant-stream.graphql`) asks for all that any of them asks for.
 */
export const answerFromStream = (stream: TenantStream): ApolloLink =>
  new ApolloLink(({ query, variables }) => {
    const field = fieldOf(query);
    const present = field && presenters[field.name.value];
    if (!field || !present) throw new Error(`Expected a subscription to events of a tenant, got ${field?.name.value}.`);
    const args = Object.fromEntries(
      (field.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value, variables)]),
    );
    return new Observable((observer) => {
      const send = (event: StreamedEvent) => {
        const value = present(event, args);
        if (value != null) observer.next({ data: { [field.name.value]: value } });
      };
      // A deletion is no state: the contact may be back.
      for (const event of stream.justArrived) if (event.__typename !== 'ContactDeleted') send(event);
      const listening = stream.events.subscribe(send);
      return () => listening.unsubscribe();
    });
  });

/** Whether a subscription is about events of the log. */
export const isOfStream = (query: DocumentNode): boolean => Object.hasOwn(presenters, fieldOf(query)?.name.value ?? '');

const fieldOf = ({ definitions }: DocumentNode): FieldNode | undefined =>
  definitions.find(isSubscription)?.selectionSet.selections.find((selection) => selection.kind === Kind.FIELD);

const isSubscription = (definition: { kind: string }): definition is OperationDefinitionNode =>
  definition.kind === Kind.OPERATION_DEFINITION &&
  (definition as OperationDefinitionNode).operation === OperationTypeNode.SUBSCRIPTION;

type Present = (event: StreamedEvent, args: Record<string, unknown>) => unknown;

const isAskedFor = (id: unknown, found: string | undefined): boolean => id === undefined || id === found;

/** By field; nothing where the event is another one's, or what it is about is gone. */
const presenters: Record<string, Present> = {
  contactChanged: (event) => (event.__typename === 'ContactChanged' ? event.contact : null),
  contactDeleted: (event) => (event.__typename === 'ContactDeleted' ? event.contactId : null),
  conversationChanged: (event, { id }) =>
    event.__typename === 'ConversationChanged' && isAskedFor(id, event.conversation?.id) ? event.conversation : null,
  messageSent: (event, { conversationId, includeNotes }) =>
    event.__typename === 'MessageSent' &&
    isAskedFor(conversationId, event.conversationId) &&
    (includeNotes === true || !event.message?.isNote)
      ? event.message
      : null,
};
