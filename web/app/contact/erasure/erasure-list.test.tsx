import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ErasuresQuery } from '../../generated/graphql';
import { newColleague, viewer } from '../../testing/actor';
import { renderRoute } from '../../testing/render-route';
import { ErasureList } from './erasure-list';

type Receipt = ErasuresQuery['erasures']['nodes'][number];

const receipt = (id: string, more: Partial<Receipt> = {}): Receipt => ({
  __typename: 'ErasureReceipt',
  id,
  contactId: `contact-${id}`,
  erasedAt: '2026-11-20T09:00:00.000Z',
  erasedBy: viewer,
  removed: [
    { __typename: 'ErasedRows', table: 'messages', count: 2 },
    { __typename: 'ErasedRows', table: 'contact_aliases', count: 1 },
  ],
  backups: 'Backups may still hold the contact until 2026-12-20; then none does.',
  remains: ['The event log names the contact by its id, and keeps that for seven days.'],
  ...more,
});

let erasures: ErasuresQuery['erasures'];
const onMore = jest.fn(async () => undefined);
const List = () => <ErasureList erasures={erasures} onMore={onMore} />;

const renderList = (nodes: Receipt[], hasNextPage = false) => {
  erasures = {
    __typename: 'ErasureReceiptConnection',
    nodes,
    pageInfo: { __typename: 'PageInfo', hasNextPage, endCursor: hasNextPage ? 'more' : null },
  };
  renderRoute({ Component: List, path: '/tenant/:tenantId/settings/data', url: '/tenant/acme/settings/data' });
};

test('each receipt says when and by whom, and opens to what was removed and what remains', async () => {
  renderList([
    receipt('1'),
    receipt('2', { erasedBy: newColleague('ben', 'Ben Baker') }),
    receipt('3', { erasedBy: null }),
  ]);

  const [mine, bens, operators] = screen.getAllByRole('listitem').filter((item) => within(item).queryByRole('group'));
  expect(mine).toHaveTextContent(/20 Nov 2026.*· You.*contact-1/);
  expect(bens).toHaveTextContent('· Ben Baker');
  expect(operators).toHaveTextContent('· The operator');
  await userEvent.click(within(mine as HTMLElement).getByText('contact-1'));

  const shown = within(mine as HTMLElement);
  expect(shown.getByText('2 messages')).toBeVisible();
  expect(shown.getByText('1 id that was known')).toBeVisible();
  expect(shown.getByText(/until 2026-12-20/)).toBeVisible();
  expect(shown.getByText(/The event log names/)).toBeVisible();
  expect(shown.getByRole('button', { name: 'Download receipt' })).toBeVisible();
});

test('older receipts are asked for', async () => {
  renderList([receipt('1')], true);

  await userEvent.click(screen.getByRole('button', { name: 'Load older' }));

  expect(onMore).toHaveBeenCalledTimes(1);
});

test('where nobody was erased, it says so', () => {
  renderList([]);

  expect(screen.getByText('Nobody was erased')).toBeVisible();
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});
