import type { MockLink } from '@apollo/client/testing';
import { screen } from '@testing-library/react';
import {
  ContactListChangesDocument,
  ContactListConversationsDocument,
  ContactListDeletionsDocument,
  ContactListDocument,
  ContactListMessagesDocument,
  type ContactListQueryVariables,
} from '../generated/graphql';
import ContactsRoute from '../routes/contacts';
import type { newContactRow } from './contact';
import { renderRoute } from './render-route';

type Row = ReturnType<typeof newContactRow>;

export const listOf = (rows: Row[], { totalCount = rows.length, endCursor = null as string | null } = {}) => ({
  data: {
    contacts: {
      __typename: 'ContactConnection',
      nodes: rows,
      pageInfo: { __typename: 'PageInfo', hasNextPage: endCursor !== null, endCursor },
      totalCount,
    },
  },
});

export type Wanted = (variables: ContactListQueryVariables) => boolean;

export const answer = (
  result: MockLink.MockedResponse['result'],
  wanted: Wanted = () => true,
): MockLink.MockedResponse => ({
  request: { query: ContactListDocument, variables: wanted as (variables: Record<string, unknown>) => boolean },
  ...(result && { result }),
});

export const forSearch =
  (search: string | null): Wanted =>
  (variables) =>
    variables.search === search;

export const silence: MockLink.MockedResponse[] = [
  ContactListChangesDocument,
  ContactListConversationsDocument,
  ContactListDeletionsDocument,
  ContactListMessagesDocument,
].map((query) => ({
  request: { query, variables: () => true },
  maxUsageCount: Number.POSITIVE_INFINITY,
  delay: Number.POSITIVE_INFINITY,
  result: { data: null },
}));

export const renderContacts = (mocks: MockLink.MockedResponse[], search = '') =>
  renderRoute({
    Component: ContactsRoute,
    path: '/tenant/:tenantId/contacts',
    url: `/tenant/acme/contacts${search}`,
    mocks: [...mocks, ...silence],
    destinations: ['/tenant/:tenantId/contacts/:contactId'],
  });

export const rows = () => screen.findAllByRole('row').then((all) => all.slice(1));
