import * as Apollo from '@apollo/client/react';
import type { DashboardDeletionsSubscription, DashboardDeletionsSubscriptionVariables } from '../types';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

export const DashboardDeletionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"DashboardDeletions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contactDeleted"}}]}}]} as unknown as DocumentNode<DashboardDeletionsSubscription, DashboardDeletionsSubscriptionVariables>;
export const useDashboardDeletionsSubscription = (options?: Apollo.useSubscription.Options<DashboardDeletionsSubscription, DashboardDeletionsSubscriptionVariables>) => Apollo.useSubscription(DashboardDeletionsDocument, options);