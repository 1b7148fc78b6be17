import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PermissionsProvider } from '../access/permissions';
import { ActionsProvider, useActions } from './provider';
import { useShortcutSwitch } from './shortcut-switch';

afterEach(() => localStorage.clear());

function Page({ onAct, isClosed = false }: { onAct: (action: string) => void; isClosed?: boolean }) {
  const [isOn, setIsOn] = useShortcutSwitch();
  useActions({
    'conversation.close': !isClosed && (() => onAct('close')),
    'conversation.reopen': isClosed && (() => onAct('reopen')),
    'contact.new': () => onAct('new'),
    'row.next': () => onAct('next'),
    'go.contacts': () => onAct('contacts'),
    'menu.open': () => onAct('menu'),
  });
  return (
    <>
      <input aria-label="Name" />
      <div role="dialog">
        <button type="button">In the dialog</button>
      </div>
      <button type="button" onClick={() => setIsOn(!isOn)}>
        {isOn ? 'Switch off' : 'Switch on'}
      </button>
    </>
  );
}

function renderPage({ permissions, isClosed = false }: { permissions?: string[]; isClosed?: boolean } = {}) {
  const acted: string[] = [];
  const page = (closed: boolean) => (
    <PermissionsProvider permissions={permissions}>
      <ActionsProvider>
        <Page onAct={(action) => acted.push(action)} isClosed={closed} />
      </ActionsProvider>
    </PermissionsProvider>
  );
  const view = render(page(isClosed));
  return { acted, change: (closed: boolean) => view.rerender(page(closed)), ...view };
}

test('a key acts anywhere on the page but in fields and dialogs, and not with a modifier', async () => {
  const { acted } = renderPage();

  await userEvent.type(screen.getByLabelText('Name'), 'c?');
  act(() => screen.getByText('In the dialog').focus());
  await userEvent.keyboard('c{Control>}k{/Control}');
  act(() => screen.getByText('In the dialog').blur());
  await userEvent.keyboard('{Control>}c{/Control}x');
  expect(acted).toEqual([]);

  await userEvent.keyboard('c');
  expect(acted).toEqual(['new']);
});

test('a key with a modifier acts in fields too', async () => {
  const { acted } = renderPage();

  await userEvent.type(screen.getByLabelText('Name'), 'Ann{Control>}k{/Control}');

  expect(acted).toEqual(['menu']);
});

test('two keys in turn are one, and the second alone is its own', async () => {
  const { acted } = renderPage();

  await userEvent.keyboard('gc');
  await userEvent.keyboard('c');
  await userEvent.keyboard('gx');

  expect(acted).toEqual(['contacts', 'new']);
});

test('a key that two actions share does the one that is possible', async () => {
  const { acted, change } = renderPage();

  await userEvent.keyboard('e');
  change(true);
  await userEvent.keyboard('e');

  expect(acted).toEqual(['close', 'reopen']);
});

test('a key that is held down moves on, and closes no more than one', async () => {
  const { acted } = renderPage();

  await userEvent.keyboard('{j>3/}{e>3/}');

  expect(acted).toEqual(['next', 'next', 'next', 'close']);
});

test('what the viewer may not do has no key', async () => {
  const { acted } = renderPage({ permissions: ['contacts:read', 'conversations:read'] });

  await userEvent.keyboard('cej');

  expect(acted).toEqual(['next']);
});

test('the keys can be switched off, and stay so', async () => {
  const { acted, unmount } = renderPage();

  await userEvent.click(screen.getByText('Switch off'));
  await userEvent.keyboard('c');
  unmount();
  const again = renderPage();
  await userEvent.keyboard('c');
  expect([acted, again.acted]).toEqual([[], []]);

  await userEvent.click(screen.getByText('Switch on'));
  await userEvent.keyboard('c');
  expect(again.acted).toEqual(['new']);
});

test('the help shows every key by where it acts', async () => {
  renderPage();

  await userEvent.keyboard('?');

  const help = await screen.findByRole('dialog', { name: 'Keyboard' });
  expect(help).toHaveTextContent('Go to the contactsgc');
  expect(help).toHaveTextContent('Search and commandsCtrl K');
});
