import * as Apollo from '@apollo/client/react';
import type { DashboardMessagesSubscription, DashboardMessagesSubscriptionVariables } from '../types';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

export const DashboardMessagesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"DashboardMessages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"messageSent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<DashboardMessagesSubscription, DashboardMessagesSubscriptionVariables>;
export const useDashboardMessagesSubscription = (options?: Apollo.useSubscription.Options<DashboardMessagesSubscription, DashboardMessagesSubscriptionVariables>) => Apollo.useSubscription(DashboardMessagesDocument, options);