import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { IconButton } from './icon-button';

test('who points at an icon reads what it does, until they leave it', async () => {
  render(<IconButton label="Copy" icon={<svg aria-hidden="true" />} />);
  expect(screen.queryByText('Copy')).not.toBeInTheDocument();

  await userEvent.hover(screen.getByRole('button', { name: 'Copy' }));
  expect(await screen.findByText('Copy')).toBeVisible();
  await userEvent.unhover(screen.getByRole('button', { name: 'Copy' }));

  await waitFor(() => expect(screen.queryByText('Copy')).not.toBeInTheDocument());
});

test('Escape takes the words away and leaves the focus', async () => {
  render(<IconButton label="Copy" icon={<svg aria-hidden="true" />} />);
  await userEvent.hover(screen.getByRole('button', { name: 'Copy' }));
  await screen.findByText('Copy');

  await userEvent.keyboard('{Escape}');

  expect(screen.queryByText('Copy')).not.toBeInTheDocument();
});
