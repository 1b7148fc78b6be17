import { render, screen } from '@testing-library/react';
import { TextField } from './text-field';

test('a field is described by its hint and its error, and marked as invalid', () => {
  render(<TextField label="Email" hint="At work" error="This is no address." isRequired />);

  const field = screen.getByLabelText(/Email/);

  expect(field).toHaveAccessibleDescription('At work This is no address.');
  expect(field).toBeInvalid();
  expect(field).toBeRequired();
});
