import * as Apollo from '@apollo/client/react';
import type { BeginPasskeyMutation, BeginPasskeyMutationVariables } from '../types';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

export const BeginPasskeyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"BeginPasskey"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"beginPasskey"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"options"}}]}}]}}]} as unknown as DocumentNode<BeginPasskeyMutation, BeginPasskeyMutationVariables>;
export const useBeginPasskeyMutation = (options?: Apollo.useMutation.Options<BeginPasskeyMutation, BeginPasskeyMutationVariables>) => Apollo.useMutation(BeginPasskeyDocument, options);