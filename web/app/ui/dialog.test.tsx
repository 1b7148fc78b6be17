import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { Dialog } from './dialog';
import { Menu, MenuItem } from './menu';

function Naming({ name = '' }: { name?: string }) {
  const [isOpen, setIsOpen] = useState(false);
  const [text, setText] = useState(name);
  return (
    <>
      <Menu trigger={<button type="button">More</button>}>
        <MenuItem onSelect={() => setIsOpen(true)}>Rename</MenuItem>
      </Menu>
      <button type="button" onClick={() => setIsOpen(true)}>
        Name it
      </button>
      <Dialog isOpen={isOpen} onOpenChange={setIsOpen} title="Name">
        <label>
          First name
          <input value={text} onChange={(event) => setText(event.target.value)} />
        </label>
        <label>
          Loud
          <input type="checkbox" />
        </label>
      </Dialog>
    </>
  );
}

const openFrom = async (name: string) => userEvent.click(screen.getByRole('button', { name }));
const dialog = () => screen.queryByRole('dialog', { name: 'Name', hidden: true });

test('Escape closes a dialog in which nothing was typed, and the focus goes back', async () => {
  render(<Naming name="Ann" />);
  await openFrom('Name it');
  await userEvent.click(await screen.findByLabelText('Loud'));

  await userEvent.keyboard('{Escape}');

  expect(dialog()).not.toBeInTheDocument();
  await waitFor(() => expect(screen.getByRole('button', { name: 'Name it' })).toHaveFocus());
});

test.each([
  ['Escape', () => userEvent.keyboard('{Escape}')],
  ['its cross', () => userEvent.click(screen.getByRole('button', { name: 'Close' }))],
])('%s asks before what was typed is lost; kept, it stays as it was', async (_, close) => {
  render(<Naming name="Ann" />);
  await openFrom('Name it');
  await userEvent.type(screen.getByLabelText('First name'), ' Lee');

  await close();
  expect(await screen.findByRole('alertdialog', { name: 'Discard changes?' })).toBeVisible();
  expect(screen.getByRole('button', { name: 'Keep editing' })).toHaveFocus();
  await userEvent.keyboard('{Escape}');

  expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
  expect(screen.getByLabelText('First name')).toHaveValue('Ann Lee');
  await waitFor(() => expect(dialog()).toContainElement(document.activeElement as HTMLElement));
});

test('what was typed is discarded when its writer says so, and the focus goes back', async () => {
  render(<Naming />);
  await openFrom('Name it');
  await userEvent.type(screen.getByLabelText('First name'), 'Ann');
  await userEvent.keyboard('{Escape}');

  await userEvent.click(await screen.findByRole('button', { name: 'Discard' }));

  expect(dialog()).not.toBeInTheDocument();
  await waitFor(() => expect(screen.getByRole('button', { name: 'Name it' })).toHaveFocus());
});

test('text that was typed and taken back is none', async () => {
  render(<Naming />);
  await openFrom('Name it');
  await userEvent.type(screen.getByLabelText('First name'), 'A{Backspace}');

  await userEvent.keyboard('{Escape}');

  expect(dialog()).not.toBeInTheDocument();
});

test('opened from a menu, a dialog gives the focus back to the menu’s button', async () => {
  render(<Naming />);
  await openFrom('More');
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Rename' }));
  await waitFor(() => expect(screen.getByLabelText('First name')).toHaveFocus());

  await userEvent.keyboard('{Escape}');

  await waitFor(() => expect(screen.getByRole('button', { name: 'More' })).toHaveFocus());
});
