import * as Apollo from '@apollo/client/react';
import type { UnreadCountQuery, UnreadCountQueryVariables } from '../types';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

export const UnreadCountDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"UnreadCount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"inboxCounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unread"}}]}}]}}]} as unknown as DocumentNode<UnreadCountQuery, UnreadCountQueryVariables>;
export const useUnreadCountQuery = (options?: (Apollo.useQuery.Options<UnreadCountQuery, UnreadCountQueryVariables>) | Apollo.SkipToken) => Apollo.useQuery(UnreadCountDocument, options ?? {});
export const useUnreadCountLazyQuery = (options?: Apollo.useLazyQuery.Options<UnreadCountQuery, UnreadCountQueryVariables>) => Apollo.useLazyQuery(UnreadCountDocument, options);