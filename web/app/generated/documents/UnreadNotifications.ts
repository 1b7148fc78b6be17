import * as Apollo from '@apollo/client/react';
import type { UnreadNotificationsQuery, UnreadNotificationsQueryVariables } from '../types';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

export const UnreadNotificationsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"UnreadNotifications"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unreadNotificationCount"}}]}}]} as unknown as DocumentNode<UnreadNotificationsQuery, UnreadNotificationsQueryVariables>;
export const useUnreadNotificationsQuery = (options?: (Apollo.useQuery.Options<UnreadNotificationsQuery, UnreadNotificationsQueryVariables>) | Apollo.SkipToken) => Apollo.useQuery(UnreadNotificationsDocument, options ?? {});
export const useUnreadNotificationsLazyQuery = (options?: Apollo.useLazyQuery.Options<UnreadNotificationsQuery, UnreadNotificationsQueryVariables>) => Apollo.useLazyQuery(UnreadNotificationsDocument, options);