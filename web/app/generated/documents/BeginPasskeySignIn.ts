import * as Apollo from '@apollo/client/react';
import type { BeginPasskeySignInMutation, BeginPasskeySignInMutationVariables } from '../types';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

export const BeginPasskeySignInDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"BeginPasskeySignIn"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"beginPasskeySignIn"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"options"}}]}}]}}]} as unknown as DocumentNode<BeginPasskeySignInMutation, BeginPasskeySignInMutationVariables>;
export const useBeginPasskeySignInMutation = (options?: Apollo.useMutation.Options<BeginPasskeySignInMutation, BeginPasskeySignInMutationVariables>) => Apollo.useMutation(BeginPasskeySignInDocument, options);