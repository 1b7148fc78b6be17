import * as Apollo from '@apollo/client/react';
import type { LabelsQuery, LabelsQueryVariables } from '../types';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

export const LabelsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Labels"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"labels"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"colour"}}]}}]}}]} as unknown as DocumentNode<LabelsQuery, LabelsQueryVariables>;
export const useLabelsQuery = (options?: (Apollo.useQuery.Options<LabelsQuery, LabelsQueryVariables>) | Apollo.SkipToken) => Apollo.useQuery(LabelsDocument, options ?? {});
export const useLabelsLazyQuery = (options?: Apollo.useLazyQuery.Options<LabelsQuery, LabelsQueryVariables>) => Apollo.useLazyQuery(LabelsDocument, options);