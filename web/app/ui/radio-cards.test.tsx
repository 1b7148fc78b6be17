import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { RadioCard, RadioCards } from './radio-cards';

function Companies() {
  const [value, setValue] = useState('a');
  return (
    <RadioCards label="Company" value={value} onChange={setValue}>
      <RadioCard value="a">Acme</RadioCard>
      <RadioCard value="b">Globex</RadioCard>
    </RadioCards>
  );
}

test('radio cards are one choice, moved by the arrow keys', async () => {
  render(<Companies />);

  await userEvent.tab();
  await userEvent.keyboard('{ArrowDown}');

  expect(screen.getByRole('radiogroup', { name: 'Company' })).toBeVisible();
  expect(screen.getByRole('radio', { name: 'Globex' })).toBeChecked();
  expect(screen.getByRole('radio', { name: 'Acme' })).not.toBeChecked();
});
