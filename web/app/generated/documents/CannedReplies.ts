import * as Apollo from '@apollo/client/react';
import type { CannedRepliesQuery, CannedRepliesQueryVariables } from '../types';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

export const CannedRepliesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CannedReplies"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cannedReplies"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"content"}}]}}]}}]} as unknown as DocumentNode<CannedRepliesQuery, CannedRepliesQueryVariables>;
export const useCannedRepliesQuery = (options?: (Apollo.useQuery.Options<CannedRepliesQuery, CannedRepliesQueryVariables>) | Apollo.SkipToken) => Apollo.useQuery(CannedRepliesDocument, options ?? {});
export const useCannedRepliesLazyQuery = (options?: Apollo.useLazyQuery.Options<CannedRepliesQuery, CannedRepliesQueryVariables>) => Apollo.useLazyQuery(CannedRepliesDocument, options);