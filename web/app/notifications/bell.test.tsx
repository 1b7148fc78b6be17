import type { MockLink } from '@apollo/client/testing';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { NotificationsDocument } from '../generated/graphql';
import {
  arrives,
  isMarkedElsewhere,
  marks,
  newNotification,
  notifications,
  unreadNotifications,
} from '../testing/notification';
import { renderRoute } from '../testing/render-route';
import { Bell } from './bell';

const never: MockLink.MockedResponse[] = [
  { ...arrives(newNotification('never')), delay: Number.POSITIVE_INFINITY },
  isMarkedElsewhere(null, 0, Number.POSITIVE_INFINITY),
];

const Page = () => <Bell path="/tenant/acme" />;

const renderBell = (mocks: MockLink.MockedResponse[]) =>
  renderRoute({
    Component: Page,
    path: '/tenant/:tenantId',
    url: '/tenant/acme',
    mocks: [...mocks, ...never],
    destinations: ['/tenant/:tenantId/inbox/:conversationId', '/tenant/:tenantId/settings/notifications'],
  });

const bell = (name: string) => screen.findByRole('button', { name });
const list = async () => within(await screen.findByRole('list', { name: 'Notifications' }));

test('the bell counts what is unread, and its list says who, what, where and when', async () => {
  renderBell([
    unreadNotifications(2),
    notifications([
      newNotification('n1', 'MENTIONED'),
      newNotification('n2', 'REPLIED'),
      newNotification('n3', 'ASSIGNED', { isRead: true, actor: null }),
    ]),
  ]);

  await userEvent.click(await bell('Notifications, 2 unread'));
  const items = (await list()).getAllByRole('listitem');

  expect(items[0]).toHaveTextContent(/Unread: Ben Baker mentioned you in a noteDelivery/);
  expect(items[1]).toHaveTextContent(/Unread: Ann Lee answered youDelivery/);
  expect(items[2]).toHaveTextContent(/^(?!.*Unread).*The operator gave you a conversation/);
});

test('one that is opened is read, and leads to its conversation', async () => {
  const inputs: unknown[] = [];
  renderBell([unreadNotifications(1), notifications([newNotification('n1')]), marks(inputs, 0)]);

  await userEvent.click(await bell('Notifications, 1 unread'));
  await userEvent.click((await list()).getByRole('link'));

  expect(await screen.findByText('Opened /tenant/acme/inbox/talk')).toBeVisible();
  expect(inputs).toEqual([{ ids: ['n1'] }]);
});

test('one is marked read where it stands, and all at once', async () => {
  const inputs: unknown[] = [];
  renderBell([
    unreadNotifications(3),
    notifications([newNotification('n1'), newNotification('n2')]),
    marks(inputs, 2),
    marks(inputs, 0),
  ]);
  await userEvent.click(await bell('Notifications, 3 unread'));
  const [first] = (await list()).getAllByRole('button', { name: /^Mark read/ });

  await userEvent.click(first as HTMLElement);
  await waitFor(async () => expect((await list()).getAllByText('Unread:')).toHaveLength(1));
  await userEvent.click(screen.getByRole('button', { name: 'Mark all read' }));

  await waitFor(async () => expect((await list()).queryByText('Unread:')).not.toBeInTheDocument());
  expect(await screen.findByLabelText('Notifications', { selector: 'button' })).toBeInTheDocument();
  expect(inputs).toEqual([{ ids: ['n1'] }, { all: true }]);
});

test('the keyboard opens it, and its arrows go from one to the next', async () => {
  renderBell([unreadNotifications(0), notifications([newNotification('n1'), newNotification('n2')])]);
  await bell('Notifications');

  await userEvent.keyboard('gn');
  const [first, second] = (await list()).getAllByRole('link');
  first?.focus();
  await userEvent.keyboard('{ArrowDown}');

  expect(second).toHaveFocus();
});

test('one that arrives stands first in the list, and is counted', async () => {
  renderBell([
    unreadNotifications(0),
    notifications([newNotification('n1', 'ASSIGNED', { isRead: true })]),
    arrives(newNotification('n2', 'UNASSIGNED'), 3_000),
    unreadNotifications(1),
  ]);
  await userEvent.click(await bell('Notifications'));
  expect((await list()).getAllByRole('listitem')).toHaveLength(1);

  expect(await (await list()).findByText(/wrote, and nobody has/, {}, { timeout: 10_000 })).toBeVisible();
  expect((await list()).getAllByRole('listitem')).toHaveLength(2);
  expect(await screen.findByLabelText('Notifications, 1 unread', {}, { timeout: 10_000 })).toBeInTheDocument();
});

test('what another device marks is read here, in the count and in the list', async () => {
  renderBell([
    unreadNotifications(2),
    notifications([newNotification('n1'), newNotification('n2')]),
    isMarkedElsewhere(['n2'], 1, 3_000),
  ]);
  await userEvent.click(await bell('Notifications, 2 unread'));
  expect((await list()).getAllByText('Unread:')).toHaveLength(2);

  expect(await screen.findByLabelText('Notifications, 1 unread', {}, { timeout: 10_000 })).toBeInTheDocument();

  const [first, second] = (await list()).getAllByRole('listitem');
  expect(first).toHaveTextContent(/Unread/);
  expect(second).not.toHaveTextContent(/Unread/);
});

test('all that another device marks is read here; what has come since is not', async () => {
  renderBell([
    unreadNotifications(2),
    { ...notifications([newNotification('n1'), newNotification('n2')]), maxUsageCount: 1 },
    isMarkedElsewhere(null, 1, 3_000),
    notifications([newNotification('n3'), newNotification('n1', 'ASSIGNED', { isRead: true })]),
  ]);
  await userEvent.click(await bell('Notifications, 2 unread'));
  expect((await list()).getAllByText('Unread:')).toHaveLength(2);

  expect(await screen.findByLabelText('Notifications, 1 unread', {}, { timeout: 10_000 })).toBeInTheDocument();

  await waitFor(async () => expect((await list()).getAllByText('Unread:')).toHaveLength(1));
});

test('while the list is on its way, it says so', async () => {
  renderBell([unreadNotifications(0), { ...notifications([newNotification('n1')]), delay: 2_000 }]);

  await userEvent.click(await bell('Notifications'));

  expect(await screen.findByRole('status', { name: 'The notifications are loading' })).toBeInTheDocument();
  expect(await screen.findByRole('list', { name: 'Notifications' }, { timeout: 10_000 })).toBeVisible();
});

test('where there is nothing to know, it says so; where it cannot be had, it can be asked for again', async () => {
  renderBell([
    unreadNotifications(0),
    { request: { query: NotificationsDocument, variables: () => true }, error: new TypeError('Failed to fetch') },
    notifications([]),
  ]);

  await userEvent.click(await bell('Notifications'));
  await userEvent.click(await screen.findByRole('button', { name: /Try again/ }));

  expect(await screen.findByText('Nothing to know')).toBeVisible();
});
