import type { MockLink } from '@apollo/client/testing';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ContactFieldsDocument } from '../generated/graphql';
import { creates, field, press, renderForm } from '../testing/contact-form';

const customField = (key: string, name: string, kind: string, more: object = {}) => ({
  __typename: 'CustomField',
  id: key,
  key,
  name,
  kind,
  options: [],
  isRequired: false,
  ...more,
});

const customFields = (...all: object[]): MockLink.MockedResponse => ({
  request: { query: ContactFieldsDocument },
  result: { data: { customFields: all } },
});

test('the company’s fields are filled in by their kinds, and sent by their keys', async () => {
  const { inputs, mocks } = creates('created');
  renderForm([
    ...mocks,
    customFields(
      customField('seats', 'Seats', 'NUMBER'),
      customField('renewal', 'Renewal', 'DATE'),
      customField('tier', 'Tier', 'CHOICE', { options: ['Gold', 'Silver'] }),
      customField('topics', 'Topics', 'CHOICES', { options: ['Parts', 'Invoices'] }),
      customField('signed', 'Signed', 'BOOLEAN'),
      customField('site', 'Site', 'LINK'),
    ),
  ]);
  await userEvent.type(await screen.findByLabelText('Seats'), '12.5');
  await userEvent.type(screen.getByLabelText('Renewal'), '2026-11-30');
  for (const [label, option] of [
    ['Tier', 'Silver'],
    ['Signed', 'No'],
  ] as const) {
    await userEvent.click(screen.getByLabelText(label));
    await userEvent.click(await screen.findByRole('option', { name: option }));
  }
  await userEvent.click(screen.getByRole('checkbox', { name: 'Invoices' }));
  await userEvent.type(field(/^Name/), 'Ann Lee');
  await userEvent.type(field('Email'), 'ann@acme.example');

  await press('Save');

  expect(await screen.findByText('Opened /tenant/acme/contacts/ann')).toBeVisible();
  expect(inputs[0]).toMatchObject({
    fields: [
      { key: 'seats', value: '12.5' },
      { key: 'renewal', value: '2026-11-30' },
      { key: 'tier', value: 'Silver' },
      { key: 'signed', value: 'false' },
      { key: 'topics', value: ['Invoices'] },
    ],
  });
});

test('a required field is asked for before sending, and what the API finds wrong is said beside its field', async () => {
  const message = 'Seats: expected a number such as 1250.5.';
  const { mocks } = creates({ field: ['fields', 'seats'], message });
  renderForm([...mocks, customFields(customField('seats', 'Seats', 'NUMBER', { isRequired: true }))]);
  await userEvent.type(field(/^Name/), 'Ann Lee');
  await userEvent.type(field('Email'), 'ann@acme.example');
  const seats = await screen.findByLabelText(/^Seats/);

  await press('Save');
  expect(await screen.findByText('Seats is required.')).toBeVisible();
  await waitFor(() => expect(seats).toHaveFocus());
  await userEvent.type(seats, 'twelve');
  await press('Save');

  expect(await screen.findByText(message)).toBeVisible();
  expect(seats).toHaveAccessibleDescription(message);
});
