import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { initialsOf } from './avatar';
import { Button } from './button';
import { ConfirmDialog } from './confirm-dialog';
import { ErrorState } from './error-state';
import { formatBytes, formatPlural } from './number-format';
import { RadioCard, RadioCards } from './radio-cards';
import { describeTime } from './relative-time';
import { SearchField } from './search-field';
import { SelectField } from './select-field';
import { TextField } from './text-field';
import { Toaster, useToast } from './toaster';

test('a field is described by its hint and its error, and marked as invalid', () => {
  render(<TextField label="E-mail" hint="At work" error="This is no address." isRequired />);

  const field = screen.getByLabelText(/E-mail/);

  expect(field).toHaveAccessibleDescription('At work This is no address.');
  expect(field).toBeInvalid();
  expect(field).toBeRequired();
});

test('a busy button keeps the focus and refuses further presses', async () => {
  const onClick = jest.fn();
  const onSubmit = jest.fn();
  render(
    <form onSubmit={onSubmit}>
      <Button type="submit" isBusy onClick={onClick}>
        Save
      </Button>
    </form>,
  );

  const button = screen.getByRole('button', { name: 'Save' });
  await userEvent.click(button);

  expect(button).toHaveFocus();
  expect(onClick).not.toHaveBeenCalled();
  expect(onSubmit).not.toHaveBeenCalled();
});

test('Escape empties a search, and leaves an empty one alone', async () => {
  const onKeyDown = jest.fn();
  function Search() {
    const [value, setValue] = useState('ann');
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: watches what a surrounding dialog would see
      <div onKeyDown={(event) => event.key === 'Escape' && onKeyDown(event.defaultPrevented)}>
        <SearchField label="Search" value={value} onChange={setValue} />
      </div>
    );
  }
  render(<Search />);
  await userEvent.click(screen.getByLabelText('Search'));

  await userEvent.keyboard('{Escape}');
  expect(screen.getByLabelText('Search')).toHaveValue('');
  await userEvent.keyboard('{Escape}');

  expect(onKeyDown.mock.calls).toEqual([[true], [false]]);
});

test('radio cards are one choice, moved by the arrow keys', async () => {
  function Choice() {
    const [value, setValue] = useState('a');
    return (
      <RadioCards label="Company" value={value} onChange={setValue}>
        <RadioCard value="a">Acme</RadioCard>
        <RadioCard value="b">Globex</RadioCard>
      </RadioCards>
    );
  }
  render(<Choice />);

  await userEvent.tab();
  await userEvent.keyboard('{ArrowDown}');

  expect(screen.getByRole('radiogroup', { name: 'Company' })).toBeVisible();
  expect(screen.getByRole('radio', { name: 'Globex' })).toBeChecked();
  expect(screen.getByRole('radio', { name: 'Acme' })).not.toBeChecked();
});

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

test("a toast's action runs once and closes it", async () => {
  const undo = jest.fn();
  function Page() {
    const toast = useToast();
    return (
      <button
        type="button"
        onClick={() => toast({ text: 'Ann was deleted.', action: { label: 'Undo', onSelect: undo } })}
      >
        Delete
      </button>
    );
  }
  render(
    <Toaster>
      <Page />
    </Toaster>,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Delete' }));
  expect(screen.getByText('Ann was deleted.')).toBeVisible();

  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));

  expect(undo).toHaveBeenCalledTimes(1);
  expect(screen.queryByText('Ann was deleted.')).not.toBeInTheDocument();
});

test('a confirmation starts on the way out, and Escape takes it', async () => {
  const onConfirm = jest.fn();
  function Page() {
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
  render(<Page />);
  expect(screen.getByRole('alertdialog', { name: 'Delete Ann?' })).toHaveAccessibleDescription(
    'This can be undone for 30 days.',
  );
  expect(screen.getByRole('button', { name: 'Cancel' })).toHaveFocus();

  await userEvent.keyboard('{Escape}');

  expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
  expect(onConfirm).not.toHaveBeenCalled();
});

test('an error is announced and can be tried again', async () => {
  const onRetry = jest.fn();
  render(<ErrorState title="Not loaded" onRetry={onRetry} />);

  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

  expect(screen.getByRole('alert')).toHaveTextContent('Not loaded');
  expect(onRetry).toHaveBeenCalledTimes(1);
});

test.each([
  ['Ada Lovelace', 'AL'],
  ['ada maria von lovelace', 'AL'],
  ['Müller', 'M'],
  ['𝒜da 株式会社', '𝒜株'],
  ['***', '?'],
])('the initials of %j are %j', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

const now = Date.parse('2026-11-24T12:00:00Z');

test.each([
  ['2026-11-24T11:59:40Z', 'just now'],
  ['2026-11-24T12:00:10Z', 'just now'],
  ['2026-11-24T11:55:00Z', '5 min ago'],
  ['2026-11-24T09:30:00Z', '2 h ago'],
  ['2026-11-21T11:00:00Z', '3 d ago'],
  ['2026-11-24T14:00:00Z', 'in 2 h'],
  ['2026-11-10T12:00:00Z', '10 Nov'],
  ['2025-11-10T12:00:00Z', '10 Nov 2025'],
])('%s is told as %j', (at, text) => {
  expect(describeTime(at, now, 'UTC')).toBe(text);
});

test('a date is told in the zone of its reader', () => {
  expect(describeTime('2026-11-10T23:30:00Z', now, 'Asia/Tokyo')).toBe('11 Nov');
});

test.each([
  [0, '0 bytes'],
  [1023, '1023 bytes'],
  [1536, '1.5 KB'],
  [434_176, '424 KB'],
  [5 * 1024 ** 3, '5 GB'],
])('%i bytes are %j', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});

test('one is singular, all else plural', () => {
  expect([0, 1, 1200].map((value) => formatPlural(value, 'message'))).toEqual([
    '0 messages',
    '1 message',
    '1,200 messages',
  ]);
});
