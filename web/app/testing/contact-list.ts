import type { MockLink } from '@apollo/client/testing';
import { screen } from '@testing-library/react';
import {
  ContactListChangesDocument,
  ContactListConversationsDocument,
  ContactListDeletionsDocument,
  ContactListDocument,
  ContactListMessagesDocument,
  type ContactListQueryVariables,
  ContactViewsDocument,
  DuplicateCountDocument,
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

export const viewsOf = (...contactViews: object[]): MockLink.MockedResponse => ({
  request: { query: ContactViewsDocument },
  maxUsageCount: Number.POSITIVE_INFINITY,
  result: { data: { contactViews } },
});

const noDuplicates: MockLink.MockedResponse = {
  request: { query: DuplicateCountDocument },
  maxUsageCount: Number.POSITIVE_INFINITY,
  result: { data: { duplicates: { __typename: 'DuplicatePairConnection', totalCount: 0 } } },
};

/** What the page asks besides its list, where the test says nothing of it. */
export const silence: MockLink.MockedResponse[] = [
  viewsOf(),
  noDuplicates,
  ...[
    ContactListChangesDocument,
    ContactListConversationsDocument,
    ContactListDeletionsDocument,
    ContactListMessagesDocument,
  ].map((query) => ({
    request: { query, variables: () => true },
    maxUsageCount: Number.POSITIVE_INFINITY,
    delay: Number.POSITIVE_INFINITY,
    result: { data: null },
  })),
];

export const renderContacts = (mocks: MockLink.MockedResponse[], search = '', permissions?: string[]) =>
  renderRoute({
    Component: ContactsRoute,
    path: '/tenant/:tenantId/contacts',
    url: `/tenant/acme/contacts${search}`,
    mocks: [...mocks, ...silence],
    destinations: ['/tenant/:tenantId/contacts/:contactId'],
    ...(permissions && { permissions }),
  });

export const rows = () => screen.findAllByRole('row').then((all) => all.slice(1));
