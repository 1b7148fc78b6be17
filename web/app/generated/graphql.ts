/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import * as Apollo from '@apollo/client/react';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type SwitchableCompaniesQueryVariables = Exact<{ [key: string]: never; }>;


export type SwitchableCompaniesQuery = { tenants: { __typename: 'TenantConnection', nodes: Array<{ __typename: 'Tenant', id: string, name: string, slug: string }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean } } };

export type TenantShellQueryVariables = Exact<{ [key: string]: never; }>;


export type TenantShellQuery = { viewer: { __typename: 'Viewer', id: string, name: string, email: string } | null, currentTenant: { __typename: 'Tenant', id: string, name: string, slug: string } };


export const SwitchableCompaniesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SwitchableCompanies"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tenants"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}}]}}]}}]} as unknown as DocumentNode<SwitchableCompaniesQuery, SwitchableCompaniesQueryVariables>;
export const TenantShellDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TenantShell"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}},{"kind":"Field","name":{"kind":"Name","value":"currentTenant"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}}]}}]} as unknown as DocumentNode<TenantShellQuery, TenantShellQueryVariables>;
export const useSwitchableCompaniesQuery = (options?: (Apollo.useQuery.Options<SwitchableCompaniesQuery, SwitchableCompaniesQueryVariables>) | Apollo.SkipToken) => Apollo.useQuery(SwitchableCompaniesDocument, options ?? {});
export const useSwitchableCompaniesLazyQuery = (options?: Apollo.useLazyQuery.Options<SwitchableCompaniesQuery, SwitchableCompaniesQueryVariables>) => Apollo.useLazyQuery(SwitchableCompaniesDocument, options);
export const useTenantShellQuery = (options?: (Apollo.useQuery.Options<TenantShellQuery, TenantShellQueryVariables>) | Apollo.SkipToken) => Apollo.useQuery(TenantShellDocument, options ?? {});
export const useTenantShellLazyQuery = (options?: Apollo.useLazyQuery.Options<TenantShellQuery, TenantShellQueryVariables>) => Apollo.useLazyQuery(TenantShellDocument, options);