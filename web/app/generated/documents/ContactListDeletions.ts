import * as Apollo from '@apollo/client/react';
import type { ContactListDeletionsSubscription, ContactListDeletionsSubscriptionVariables } from '../types';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

export const ContactListDeletionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"ContactListDeletions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contactDeleted"}}]}}]} as unknown as DocumentNode<ContactListDeletionsSubscription, ContactListDeletionsSubscriptionVariables>;
export const useContactListDeletionsSubscription = (options?: Apollo.useSubscription.Options<ContactListDeletionsSubscription, ContactListDeletionsSubscriptionVariables>) => Apollo.useSubscription(ContactListDeletionsDocument, options);