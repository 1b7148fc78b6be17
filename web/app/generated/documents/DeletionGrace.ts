import * as Apollo from '@apollo/client/react';
import type { DeletionGraceQuery, DeletionGraceQueryVariables } from '../types';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

export const DeletionGraceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DeletionGrace"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deletionGraceDays"}}]}}]} as unknown as DocumentNode<DeletionGraceQuery, DeletionGraceQueryVariables>;
export const useDeletionGraceQuery = (options?: (Apollo.useQuery.Options<DeletionGraceQuery, DeletionGraceQueryVariables>) | Apollo.SkipToken) => Apollo.useQuery(DeletionGraceDocument, options ?? {});
export const useDeletionGraceLazyQuery = (options?: Apollo.useLazyQuery.Options<DeletionGraceQuery, DeletionGraceQueryVariables>) => Apollo.useLazyQuery(DeletionGraceDocument, options);