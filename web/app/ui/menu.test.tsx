import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Menu, MenuItem } from './menu';

function renderMenu() {
  const onSelect = jest.fn();
  render(
    <Menu trigger={<button type="button">More</button>}>
      <MenuItem onSelect={onSelect}>Close</MenuItem>
      <MenuItem>Reopen</MenuItem>
    </Menu>,
  );
  return { onSelect, button: screen.getByRole('button', { name: 'More' }) };
}

test('a click opens a menu that is named by its button', async () => {
  const { button } = renderMenu();
  expect(button).toHaveAttribute('aria-expanded', 'false');

  await userEvent.click(button);

  expect(await screen.findByRole('menu', { name: 'More' })).toBeVisible();
  expect(button).toHaveAttribute('aria-expanded', 'true');
});

test('by the keyboard it is opened, gone through and left, and the focus is back on the button', async () => {
  const { button, onSelect } = renderMenu();
  await userEvent.tab();

  await userEvent.keyboard('{Enter}');
  await screen.findByRole('menuitem', { name: 'Close' });
  await userEvent.keyboard('{ArrowDown}{ArrowUp}');
  expect(screen.getByRole('menuitem', { name: 'Close' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');

  expect(onSelect).toHaveBeenCalledTimes(1);
  expect(screen.queryByRole('menu')).not.toBeInTheDocument();
  expect(button).toHaveFocus();
});
