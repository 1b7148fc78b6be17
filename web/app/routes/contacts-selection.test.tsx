import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ChangeContactsDocument, type ChangeContactsInput, ContactIdsDocument } from '../generated/graphql';
import { newContactRow } from '../testing/contact';
import { answer, listOf, renderContacts, rows } from '../testing/contact-list';

const three = [newContactRow('ann', 'Ann Lee'), newContactRow('bob', 'Bob Ray'), newContactRow('cay', 'Cay Orr')];
const all = { ...answer(listOf(three)), maxUsageCount: 9 };

/** Takes note of what is changed, and says that all of it was. */
function changing(inputs: ChangeContactsInput[]) {
  return {
    request: { query: ChangeContactsDocument, variables: () => true },
    maxUsageCount: Number.POSITIVE_INFINITY,
    result: ({ input }: { input?: ChangeContactsInput }) => {
      const given = input as ChangeContactsInput;
      inputs.push(given);
      return {
        data: {
          changeContacts: {
            __typename: 'ChangeContactsPayload' as const,
            results: (given.ids as string[]).map((id) => ({
              __typename: 'ContactChangeResult' as const,
              id,
              contact: null,
              before: { __typename: 'ContactBefore' as const, isDeleted: given.isDeleted === false, labelIds: [] },
              userErrors: [],
            })),
            userErrors: [],
          },
        },
      };
    },
  };
}

const bar = () => screen.findByRole('toolbar', { name: 'Selected contacts' });
const selected = () =>
  screen
    .getAllByRole('checkbox', { checked: true })
    .map((box) => box.getAttribute('aria-label')?.replace('Select ', ''));

test('rows are selected by keys, one or several, and Escape takes it back', async () => {
  renderContacts([all]);
  await rows();

  act(() => screen.getByRole('link', { name: 'Ann Lee' }).focus());
  await userEvent.keyboard('x');
  expect(await bar()).toHaveTextContent('1 selected');
  await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');

  expect(selected()).toEqual(['Ann Lee', 'Bob Ray', 'Cay Orr']);
  expect(screen.getByRole('link', { name: 'Cay Orr' })).toHaveFocus();

  await userEvent.keyboard('{Escape}');
  expect(screen.queryAllByRole('checkbox', { checked: true })).toEqual([]);
  await waitFor(() => expect(screen.queryByRole('toolbar', { name: 'Selected contacts' })).not.toBeInTheDocument());
});

test('with Shift, a click selects all from the one before', async () => {
  renderContacts([all]);
  await rows();
  const user = userEvent.setup();

  await user.click(screen.getByRole('checkbox', { name: 'Select Ann Lee' }));
  await user.keyboard('{Shift>}');
  await user.click(screen.getByRole('link', { name: 'Cay Orr' }));
  await user.keyboard('{/Shift}');

  expect(selected()).toEqual(['Ann Lee', 'Bob Ray', 'Cay Orr']);
});

test('what is selected is deleted by its key, and comes back by the way that the message offers', async () => {
  const inputs: ChangeContactsInput[] = [];
  renderContacts([all, changing(inputs)]);
  await rows();

  act(() => screen.getByRole('link', { name: 'Ann Lee' }).focus());
  await userEvent.keyboard('x{Shift>}{ArrowDown}{/Shift}{Delete}');
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));

  expect(await screen.findByText('Taken back for 2 contacts.')).toBeVisible();
  expect(inputs).toEqual([
    { ids: ['ann', 'bob'], isDeleted: true },
    { ids: ['ann', 'bob'], isDeleted: false },
  ]);
});

test('all that match are deleted after a question, page by page', async () => {
  const inputs: ChangeContactsInput[] = [];
  const page = (after: string | null, ids: string[], endCursor: string | null) => ({
    request: { query: ContactIdsDocument, variables: { search: 'lee', filter: null, after } },
    result: {
      data: {
        contacts: {
          __typename: 'ContactConnection' as const,
          nodes: ids.map((id) => ({ __typename: 'Contact' as const, id })),
          pageInfo: { __typename: 'PageInfo' as const, hasNextPage: endCursor !== null, endCursor },
        },
      },
    },
  });
  renderContacts(
    [
      { ...answer(listOf(three, { totalCount: 5, endCursor: 'page-1' })), maxUsageCount: 9 },
      changing(inputs),
      page(null, ['ann', 'bob', 'cay'], 'next'),
      page('next', ['dan', 'eve'], null),
    ],
    '?q=lee',
  );
  await rows();

  act(() => screen.getByRole('link', { name: 'Ann Lee' }).focus());
  await userEvent.keyboard('x{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
  await userEvent.click(await screen.findByRole('button', { name: 'Select all 5 that match' }));
  expect(await bar()).toHaveTextContent('All 5 that match');
  await userEvent.click(within(await bar()).getByRole('button', { name: 'Delete' }));
  await userEvent.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Delete' }));

  expect(await screen.findByText('5 contacts deleted, with their conversations.')).toBeVisible();
  expect(inputs.map(({ ids }) => ids)).toEqual([
    ['ann', 'bob', 'cay'],
    ['dan', 'eve'],
  ]);
});

test('two, and no more, can be merged; a file has what is selected alone', async () => {
  renderContacts([all]);
  await rows();

  act(() => screen.getByRole('link', { name: 'Ann Lee' }).focus());
  await userEvent.keyboard('x{Shift>}{ArrowDown}{/Shift}');
  expect(within(await bar()).getByRole('button', { name: 'Merge' })).toBeVisible();
  await userEvent.click(within(await bar()).getByRole('button', { name: 'Export' }));
  const [csv] = await screen.findAllByRole('menuitem');
  expect(new URL(csv?.getAttribute('href') ?? '', 'http://web').searchParams.get('ids')).toBe('ann,bob');
  await userEvent.keyboard('{Escape}');

  await userEvent.click(screen.getByRole('checkbox', { name: 'Select Cay Orr' }));
  expect(within(await bar()).queryByRole('button', { name: 'Merge' })).not.toBeInTheDocument();
});

test('who may not write takes a file of what is selected, and no more', async () => {
  renderContacts([all], '', ['contacts:read']);
  await rows();

  await userEvent.click(screen.getByRole('checkbox', { name: 'Select Ann Lee' }));

  expect(
    within(await bar())
      .getAllByRole('button')
      .map((button) => button.getAttribute('aria-label')),
  ).toEqual(['Export', 'Select nothing']);
});
