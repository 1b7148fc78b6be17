import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { newContact } from '../testing/contact';
import { creates, field, known, press, renderForm } from '../testing/contact-form';

const pause = () => act(() => new Promise((resolve) => setTimeout(resolve, 600)));

test.each([
  ['Email', 'ANN@acme.example', { email: 'ANN@acme.example' }, 'address'],
  ['Phone', '0049 30 901820', { phone: '0049 30 901820' }, 'number'],
])(
  '%s: whoever has it already is named beneath it, before a second contact is made of them',
  async (label, text, filter, what) => {
    const { filters, mock } = known(newContact());
    renderForm([mock]);

    await userEvent.type(field(label), text);

    const note = await screen.findByText(new RegExp(`Ann Lee has this ${what} already`));
    expect(note).toBeVisible();
    expect(note.closest('[role=status]')).not.toBeNull();
    expect(field(label)).toHaveAccessibleDescription(expect.stringContaining(`Ann Lee has this ${what} already`));
    expect(field(label)).not.toHaveAttribute('aria-invalid');
    expect(screen.getByRole('link', { name: 'Open Ann Lee' })).toHaveAttribute('href', '/tenant/acme/contacts/ann');
    expect(filters).toEqual([filter]);
  },
);

test('a field that is left is asked about at once, and once', async () => {
  const { filters, mock } = known(newContact());
  renderForm([mock]);

  await userEvent.type(field('Email'), 'ann@acme.example');
  await userEvent.tab();
  await screen.findByText(/has this address already/, undefined, { timeout: 300 });
  await pause();

  expect(filters).toEqual([{ email: 'ann@acme.example' }]);
});

test('what was said of an address goes as soon as another one is written', async () => {
  renderForm([known(newContact()).mock]);
  await userEvent.type(field('Email'), 'ann@acme.example');
  await screen.findByText(/has this address already/);

  await userEvent.type(field('Email'), 's');

  expect(screen.queryByText(/has this address already/)).not.toBeInTheDocument();
  expect(field('Email')).not.toHaveAttribute('aria-describedby');
});

test('nothing is asked about what is empty, or no address or number', async () => {
  const { filters, mock } = known(newContact());
  renderForm([mock]);

  await userEvent.type(field('Email'), 'ann@');
  await userEvent.type(field('Phone'), '030 901820');
  await userEvent.clear(field('Email'));
  await userEvent.tab();
  await pause();

  expect(filters).toEqual([]);
});

test('a contact with the address of another one can be saved all the same', async () => {
  const { inputs, mocks } = creates('created');
  renderForm([...mocks, known(newContact({ id: 'old' })).mock]);
  await userEvent.type(field(/^Name/), 'Ann Lee');
  await userEvent.type(field('Email'), 'ann@acme.example');
  await screen.findByText(/has this address already/);

  await press('Save');

  expect(await screen.findByText('Opened /tenant/acme/contacts/ann')).toBeVisible();
  expect(inputs).toHaveLength(1);
});

test('a contact is saved with what was filled in, and its page opens', async () => {
  const { inputs, mocks } = creates('created');
  renderForm(mocks);

  await userEvent.type(field(/^Name/), ' Ann Lee ');
  await userEvent.type(field('Email'), 'ann@acme.example');
  await press('Add a field of your own');
  await userEvent.type(field('Name of further field 1'), 'plan');
  await userEvent.type(field('Value of plan'), 'Gold');
  await press('Save');

  expect(await screen.findByText('Opened /tenant/acme/contacts/ann')).toBeVisible();
  expect(inputs).toEqual([
    { name: 'Ann Lee', email: 'ann@acme.example', metadata: { plan: 'Gold' }, idempotencyKey: expect.any(String) },
  ]);
});

test('“Save and write” opens the contact ready to write', async () => {
  renderForm(creates('created').mocks);

  await userEvent.type(field(/^Name/), 'Ann Lee');
  await userEvent.type(field('Phone'), '+49 30 901820');
  await press('Save and write');

  expect(await screen.findByText('Opened /tenant/acme/contacts/ann?write=1')).toBeVisible();
});

test('nothing is sent while a name or a way to reach the contact is missing', async () => {
  const { inputs, mocks } = creates('created');
  renderForm(mocks);

  await press('Save');

  expect(await screen.findByText('Name is required.')).toBeVisible();
  expect(screen.getByText('An email address or a phone number is required.')).toBeVisible();
  expect(field(/^Name/)).toHaveFocus();
  expect(inputs).toEqual([]);
});

test.each([
  ['Email', 'ann@', 'Email must be an address such as ann@example.com.'],
  ['Phone', '030 901820', 'Phone must be a full number with its country code, such as +49 30 901820.'],
])('%s is checked when it is left', async (label, text, message) => {
  renderForm();

  await userEvent.type(field(label), text);
  await userEvent.tab();

  expect(await screen.findByText(message)).toBeVisible();
  expect(field(label)).toHaveAttribute('aria-invalid', 'true');
});

test('the complaint about a way to reach the contact goes with either of the two', async () => {
  renderForm();
  await press('Save');
  await screen.findByText('An email address or a phone number is required.');

  await userEvent.type(field('Phone'), '+');

  expect(screen.queryByText('An email address or a phone number is required.')).not.toBeInTheDocument();
});

test('what the API refuses is said at its field, and the entries stay', async () => {
  renderForm(creates({ field: 'phone', message: 'Phone is not in service.' }).mocks);

  await userEvent.type(field(/^Name/), 'Ann Lee');
  await userEvent.type(field('Phone'), '+49 30 901820');
  await press('Save');

  expect(await screen.findByText('Phone is not in service.')).toBeVisible();
  expect(field(/^Name/)).toHaveValue('Ann Lee');
  await waitFor(() => expect(field('Phone')).toHaveFocus());
});

test('after a lost answer the second try carries the same key, so that no second contact is made', async () => {
  const { inputs, mocks } = creates('fails', 'created');
  renderForm(mocks);
  await userEvent.type(field(/^Name/), 'Ann Lee');
  await userEvent.type(field('Email'), 'ann@acme.example');

  await press('Save');
  expect(await screen.findByText(/The contact was not saved/)).toBeVisible();
  await press('Save');

  expect(await screen.findByText('Opened /tenant/acme/contacts/ann')).toBeVisible();
  expect(inputs[1]).toEqual(inputs[0]);
});

test('leaving with entries asks first', async () => {
  renderForm();
  await userEvent.type(field(/^Name/), 'Ann');

  await userEvent.click(screen.getByRole('link', { name: 'Cancel' }));
  await press('Keep editing');
  expect(field(/^Name/)).toHaveValue('Ann');

  await userEvent.click(screen.getByRole('link', { name: 'Cancel' }));
  await press('Discard');
  expect(await screen.findByText('Opened /tenant/acme/contacts')).toBeVisible();
});
