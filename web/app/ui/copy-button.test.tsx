import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CopyButton } from './copy-button';
import { Toaster } from './toaster';

const renderButton = () =>
  render(
    <Toaster>
      <CopyButton text="ann@acme.test" what="email address" />
    </Toaster>,
  );

test('the text goes to the clipboard, and the button says so', async () => {
  const user = userEvent.setup();
  renderButton();

  await user.click(screen.getByRole('button', { name: 'Copy the email address' }));

  expect(await screen.findByText('Copied')).toBeInTheDocument();
  expect(await navigator.clipboard.readText()).toBe('ann@acme.test');
});

test('a browser that refuses is not passed over in silence', async () => {
  const user = userEvent.setup();
  jest.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('No.', 'NotAllowedError'));
  renderButton();

  await user.click(screen.getByRole('button', { name: 'Copy the email address' }));

  expect((await screen.findAllByText(/does not allow copying/))[0]).toBeVisible();
  expect(screen.queryByText('Copied')).not.toBeInTheDocument();
});
