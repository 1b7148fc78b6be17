import * as Apollo from '@apollo/client/react';
import type { DeskRulesQuery, DeskRulesQueryVariables } from '../types';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

export const DeskRulesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DeskRules"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deskRules"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"assignsFirstAnswer"}}]}}]}}]} as unknown as DocumentNode<DeskRulesQuery, DeskRulesQueryVariables>;
export const useDeskRulesQuery = (options?: (Apollo.useQuery.Options<DeskRulesQuery, DeskRulesQueryVariables>) | Apollo.SkipToken) => Apollo.useQuery(DeskRulesDocument, options ?? {});
export const useDeskRulesLazyQuery = (options?: Apollo.useLazyQuery.Options<DeskRulesQuery, DeskRulesQueryVariables>) => Apollo.useLazyQuery(DeskRulesDocument, options);