import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Toaster, useToast } from './toaster';

function Page({ onUndo }: { onUndo: () => void }) {
  const toast = useToast();
  const tell = () => toast({ text: 'Ann was deleted.', action: { label: 'Undo', onSelect: onUndo } });
  return (
    <button type="button" onClick={tell}>
      Delete
    </button>
  );
}

test("a toast's action runs once and closes it", async () => {
  const undo = jest.fn();
  render(
    <Toaster>
      <Page onUndo={undo} />
    </Toaster>,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Delete' }));
  expect(await screen.findByText('Ann was deleted.')).toBeVisible();

  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));

  expect(undo).toHaveBeenCalledTimes(1);
  expect(screen.queryByText('Ann was deleted.')).not.toBeInTheDocument();
});
