import type { MockLink } from '@apollo/client/testing';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LabelsDocument } from '../generated/graphql';
import { renderRoute } from '../testing/render-route';
import { Button } from '../ui/button';
import { Menu } from '../ui/menu';
import { LabelItems } from './label-items';

const label = (id: string, name: string) => ({ __typename: 'Label', id, name, colour: 'TEAL' });

const labels = (delay: number): MockLink.MockedResponse => ({
  request: { query: LabelsDocument },
  delay,
  result: { data: { labels: [label('press', 'Press'), label('vip', 'VIP')] } },
});

const onLabel = jest.fn();
const Page = () => (
  <Menu trigger={<Button>Labels</Button>}>
    <LabelItems isOn={(id) => id === 'vip'} onLabel={onLabel} />
  </Menu>
);

test('once the labels are there, the first has the focus', async () => {
  renderRoute({
    Component: Page,
    path: '/tenant/:tenantId/contacts',
    url: '/tenant/acme/contacts',
    mocks: [labels(100)],
  });
  await userEvent.tab();

  await userEvent.keyboard('{Enter}');
  const first = await screen.findByRole('menuitemcheckbox', { name: 'Press' });

  await waitFor(() => expect(first).toHaveFocus());
  expect(screen.getByRole('menuitemcheckbox', { name: 'VIP' })).toBeChecked();
  await userEvent.keyboard('{Enter}');
  expect(onLabel).toHaveBeenCalledWith(expect.objectContaining({ id: 'press' }), true);
});
