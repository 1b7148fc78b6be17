import * as Apollo from '@apollo/client/react';
import type { ContactDetailsDeletionsSubscription, ContactDetailsDeletionsSubscriptionVariables } from '../types';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

export const ContactDetailsDeletionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"ContactDetailsDeletions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contactDeleted"}}]}}]} as unknown as DocumentNode<ContactDetailsDeletionsSubscription, ContactDetailsDeletionsSubscriptionVariables>;
export const useContactDetailsDeletionsSubscription = (options?: Apollo.useSubscription.Options<ContactDetailsDeletionsSubscription, ContactDetailsDeletionsSubscriptionVariables>) => Apollo.useSubscription(ContactDetailsDeletionsDocument, options);