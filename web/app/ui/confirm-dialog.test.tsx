import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { ConfirmDialog } from './confirm-dialog';

function Deletion({ onConfirm }: { onConfirm: () => void }) {
  const [isOpen, setIsOpen] = useState(true);
  return (
    <ConfirmDialog
      isOpen={isOpen}
      onOpenChange={setIsOpen}
      title="Delete Ann?"
      confirmLabel="Delete"
      onConfirm={onConfirm}
    >
      This can be undone for 30 days.
    </ConfirmDialog>
  );
}

test('a confirmation starts on the way out, and Escape takes it', async () => {
  const onConfirm = jest.fn();
  render(<Deletion onConfirm={onConfirm} />);
  expect(await screen.findByRole('alertdialog', { name: 'Delete Ann?' })).toHaveAccessibleDescription(
    'This can be undone for 30 days.',
  );
  expect(screen.getByRole('button', { name: 'Cancel' })).toHaveFocus();

  await userEvent.keyboard('{Escape}');

  expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
  expect(onConfirm).not.toHaveBeenCalled();
});

test('a confirmation leaves closing to the one who acts on it', async () => {
  const onConfirm = jest.fn();
  render(<Deletion onConfirm={onConfirm} />);

  await userEvent.click(await screen.findByRole('button', { name: 'Delete' }));

  expect(onConfirm).toHaveBeenCalledTimes(1);
  expect(screen.getByRole('alertdialog')).toBeVisible();
});
