import type { MockLink } from '@apollo/client/testing';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  DismissDuplicateDocument,
  DuplicatesDocument,
  MergeContactsDocument,
  MergeSidesDocument,
  UndoMergeDocument,
} from '../generated/graphql';
import { newContact } from '../testing/contact';
import { renderRoute } from '../testing/render-route';
import DuplicatesRoute from './contacts-duplicates';

const ann = newContact({ id: 'ann', name: 'Ann Lee' });
const anne = { ...newContact({ id: 'anne', name: 'Anne Lee' }), email: null, company: 'Lee Ltd' };
const pair = {
  __typename: 'DuplicatePair',
  id: 'pair',
  reasons: ['SAME_PHONE', 'SIMILAR_NAME'],
  first: ann,
  second: anne,
};

const pairs = (nodes: object[]): MockLink.MockedResponse => ({
  request: { query: DuplicatesDocument, variables: () => true },
  result: {
    data: {
      duplicates: {
        __typename: 'DuplicatePairConnection',
        nodes,
        pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
        totalCount: nodes.length,
      },
    },
  },
});

const side = (contact: object) => ({
  ...contact,
  externalId: null,
  conversations: { __typename: 'ConversationConnection', totalCount: 2 },
});

const sides: MockLink.MockedResponse = {
  request: { query: MergeSidesDocument, variables: { first: 'ann', second: 'anne' } },
  result: { data: { first: side(ann), second: side(anne) } },
};

const merging = (choose: string[], userErrors: object[] = []): MockLink.MockedResponse => ({
  request: { query: MergeContactsDocument, variables: { input: { intoId: 'ann', fromId: 'anne', choose } } },
  result: {
    data: {
      mergeContacts: {
        __typename: 'MergeContactsPayload',
        contact: userErrors.length > 0 ? null : { __typename: 'Contact', id: 'ann', name: 'Ann Lee' },
        merge: userErrors.length > 0 ? null : { __typename: 'ContactMerge', id: 'm', fromName: 'Anne Lee' },
        userErrors,
      },
    },
  },
});

const undoing: MockLink.MockedResponse = {
  request: { query: UndoMergeDocument, variables: { input: { id: 'm' } } },
  result: {
    data: {
      undoMerge: {
        __typename: 'UndoMergePayload',
        contact: { __typename: 'Contact', id: 'ann', name: 'Ann Lee' },
        restoredContact: { __typename: 'Contact', id: 'anne', name: 'Anne Lee' },
        userErrors: [],
      },
    },
  },
};

const dismissing = (isDismissed: boolean): MockLink.MockedResponse => ({
  request: {
    query: DismissDuplicateDocument,
    variables: { input: { contactId: 'ann', otherId: 'anne', isDismissed } },
  },
  result: {
    data: {
      dismissDuplicate: {
        __typename: 'DismissDuplicatePayload',
        contact: { __typename: 'Contact', id: 'ann', duplicates: [] },
        userErrors: [],
      },
    },
  },
});

const renderDuplicates = (mocks: MockLink.MockedResponse[], permissions?: string[]) =>
  renderRoute({
    Component: DuplicatesRoute,
    path: '/tenant/:tenantId/contacts/duplicates',
    url: '/tenant/acme/contacts/duplicates',
    mocks,
    ...(permissions && { permissions }),
  });

const openMerge = async () => {
  await userEvent.click(await screen.findByRole('button', { name: 'Merge Ann Lee and Anne Lee' }));
  return within(await screen.findByRole('dialog', { name: 'Merge two contacts' }));
};

test('two are merged with what was chosen of each, and parted again', async () => {
  renderDuplicates([pairs([pair]), sides, merging(['company']), pairs([]), undoing, pairs([pair])]);

  const dialog = await openMerge();
  const company = within(await dialog.findByRole('group', { name: 'Company' }));
  expect(within(dialog.getByRole('group', { name: 'Email' })).queryByRole('radio')).toBeNull();
  await userEvent.click(company.getByRole('radio', { name: 'Lee Ltd' }));
  await userEvent.click(dialog.getByRole('button', { name: 'Merge' }));

  expect(await screen.findByText('Anne Lee was merged into Ann Lee.')).toBeVisible();
  expect(await screen.findByText('No two contacts look alike')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(await screen.findByText('Ann Lee and Anne Lee are two contacts again.')).toBeVisible();
  expect(await screen.findByText('Same phone number')).toBeVisible();
});

test('what keeps two from being merged is said in the dialog, which stays', async () => {
  const message = 'An email address or a phone number is required.';
  renderDuplicates([pairs([pair]), sides, merging([], [{ __typename: 'UserError', message }])]);

  const dialog = await openMerge();
  await userEvent.click(await dialog.findByRole('button', { name: 'Merge' }));

  expect(await dialog.findByRole('alert')).toHaveTextContent(message);
  expect(dialog.getByRole('button', { name: 'Merge' })).toBeEnabled();
});

test('two people are told apart, and that is taken back', async () => {
  renderDuplicates([pairs([pair]), dismissing(true), pairs([]), dismissing(false), pairs([pair])]);

  await userEvent.click(await screen.findByRole('button', { name: 'Two people Ann Lee and Anne Lee' }));

  expect(await screen.findByText('Ann Lee and Anne Lee are two people.')).toBeVisible();
  expect(await screen.findByText('No two contacts look alike')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(await screen.findByText('Similar name, same company')).toBeVisible();
});

test('whoever may only read merges nothing', async () => {
  renderDuplicates([pairs([pair])], ['contacts:read']);

  expect(await screen.findByRole('link', { name: 'Anne Lee' })).toHaveAttribute('href', '/tenant/acme/contacts/anne');
  expect(screen.queryByRole('button', { name: /^(Merge|Two people)/ })).toBeNull();
});
