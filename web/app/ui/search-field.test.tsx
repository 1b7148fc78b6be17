import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type KeyboardEvent, useState } from 'react';
import { SearchField } from './search-field';

/** A search that begins with "ann", inside something that listens to the keyboard as a dialog does. */
function Search({ onEscape }: { onEscape: (isHandled: boolean) => void }) {
  const [value, setValue] = useState('ann');
  const listen = (event: KeyboardEvent) => event.key === 'Escape' && onEscape(event.defaultPrevented);
  return (
    <fieldset onKeyDown={listen}>
      <SearchField label="Search" value={value} onChange={setValue} />
    </fieldset>
  );
}

test('Escape empties a search, and is left to others where it is empty', async () => {
  const onEscape = jest.fn();
  render(<Search onEscape={onEscape} />);
  await userEvent.click(screen.getByLabelText('Search'));

  await userEvent.keyboard('{Escape}');
  expect(screen.getByLabelText('Search')).toHaveValue('');
  await userEvent.keyboard('{Escape}');

  expect(onEscape.mock.calls).toEqual([[true], [false]]);
});

test('the cross empties a search and gives the keyboard back to it', async () => {
  render(<Search onEscape={() => undefined} />);

  await userEvent.click(screen.getByRole('button', { name: 'Empty the search' }));

  expect(screen.getByLabelText('Search')).toHaveValue('');
  expect(screen.getByLabelText('Search')).toHaveFocus();
});
