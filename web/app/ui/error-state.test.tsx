import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ErrorState } from './error-state';

test('an error is announced and can be tried again', async () => {
  const onRetry = jest.fn();
  render(<ErrorState title="Not loaded" onRetry={onRetry} />);

  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

  expect(screen.getByRole('alert')).toHaveTextContent('Not loaded');
  expect(onRetry).toHaveBeenCalledTimes(1);
});
