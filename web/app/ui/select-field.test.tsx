import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SelectField } from './select-field';

test('a select names its value and reports another choice', async () => {
  const onChange = jest.fn();
  render(
    <SelectField
      label="Order"
      value="name"
      onChange={onChange}
      options={[
        { value: 'name', label: 'By name' },
        { value: 'age', label: 'By age' },
      ]}
    />,
  );

  const select = screen.getByRole('combobox', { name: 'Order' });
  expect(select).toHaveTextContent('By name');
  await userEvent.click(select);
  await userEvent.click(screen.getByRole('option', { name: 'By age' }));

  expect(onChange).toHaveBeenCalledWith('age');
});
