import type { MockLink } from '@apollo/client/testing';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  KnownContactsDocument,
  UpdateContactDocument,
  type UpdateContactMutationVariables,
} from '../../generated/graphql';
import { newColleague, newProgram, viewer } from '../../testing/actor';
import { newContact } from '../../testing/contact';
import { renderDetails } from '../../testing/contact-details';

test('all that is known of the contact is shown, its own fields with their values', () => {
  renderDetails([], newContact({ metadata: { plan: 'Gold', seats: 12 } }));

  expect(screen.getByRole('link', { name: 'ann@acme.example' })).toHaveAttribute('href', 'mailto:ann%40acme.example');
  expect(screen.getByRole('link', { name: '+49 30 901820' })).toHaveAttribute('href', 'tel:+4930901820');
  expect(screen.getByText('seats').nextElementSibling).toHaveTextContent('12');
});

test.each([
  ['a colleague', newColleague('ben', 'Ben Baker'), 'Ben Baker'],
  ['a program', newProgram('key', 'Mail gateway'), 'Mail gateway Program'],
  ['the viewer', viewer, 'You'],
  ['nobody, before there were accounts', null, 'Before sign-in'],
])('it says who created the contact: %s', (_case, createdBy, name) => {
  renderDetails([], newContact({ createdBy }));

  expect(screen.getByText('Created by').nextElementSibling).toHaveTextContent(name);
});

test('only what was changed is sent', async () => {
  const inputs: UpdateContactMutationVariables['input'][] = [];
  renderDetails(
    [
      {
        request: {
          query: UpdateContactDocument,
          variables: ({ input }: Record<string, UpdateContactMutationVariables['input']>) => {
            if (input) inputs.push(input);
            return true;
          },
        },
        result: {
          data: {
            updateContact: {
              __typename: 'UpdateContactPayload',
              contact: newContact(),
              userErrors: [],
            },
          },
        },
      },
    ],
    newContact({ metadata: { seats: 12 } }),
  );

  await userEvent.click(screen.getByRole('button', { name: 'Edit' }));
  await userEvent.clear(await screen.findByRole('textbox', { name: 'Position' }));
  await userEvent.type(screen.getByRole('textbox', { name: 'Company' }), ' Ltd');
  await userEvent.click(screen.getByRole('button', { name: 'Save changes' }));

  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  expect(inputs).toEqual([{ id: 'ann', company: 'Acme Ltd', position: null }]);
});

test('an edit that would leave no way to reach the contact is not sent', async () => {
  renderDetails();

  await userEvent.click(screen.getByRole('button', { name: 'Edit' }));
  await userEvent.clear(screen.getByRole('textbox', { name: 'Email' }));
  await userEvent.clear(screen.getByRole('textbox', { name: 'Phone' }));
  await userEvent.click(screen.getByRole('button', { name: 'Save changes' }));

  expect(await screen.findByText('An email address or a phone number is required.')).toBeVisible();
  expect(screen.getByRole('dialog')).toBeVisible();
});

const known = (...nodes: object[]): MockLink.MockedResponse => ({
  request: {
    query: KnownContactsDocument,
    variables: { filter: { email: 'ANN@acme.example' } },
  },
  result: { data: { contacts: { __typename: 'ContactConnection', nodes } } },
});

test.each([
  ['another contact has', [newContact(), newContact({ id: 'old', name: 'Ann L.' })], ['Open Ann L. in a new tab']],
  ['the contact alone has', [newContact()], []],
])('an address that %s, in any case, is told of by the names of others', async (_case, nodes, links) => {
  renderDetails([known(...nodes)]);
  await userEvent.click(screen.getByRole('button', { name: 'Edit' }));
  const email = await screen.findByRole('textbox', { name: 'Email' });

  await userEvent.clear(email);
  await userEvent.type(email, 'ANN@acme.example');
  await userEvent.tab();
  await act(() => new Promise((resolve) => setTimeout(resolve, 600)));

  const found = screen.queryAllByRole('link', { name: /^Open/ });
  expect(found.map((link) => link.textContent)).toEqual(links);
  for (const link of found) expect(link).toHaveAttribute('target', '_blank');
});

const valueOf = (
  key: string,
  name: string,
  kind: 'CHOICE' | 'DATE' | 'LINK',
  value: unknown,
  options: string[] = [],
) => ({
  __typename: 'FieldValue' as const,
  field: {
    __typename: 'CustomField' as const,
    id: key,
    key,
    name,
    kind,
    options,
    isRequired: false,
  },
  value,
});

test('the company’s fields stand among the details, and what belongs to none of them below', async () => {
  renderDetails(
    [],
    newContact({
      metadata: { renewal: '2026-11-30', plan: 'A' },
      fields: [valueOf('renewal', 'Renewal date', 'DATE', '2026-11-30'), valueOf('site', 'Site', 'LINK', null)],
    }),
  );

  expect(screen.getByText('30 Nov 2026')).toBeVisible();
  expect(screen.queryByText('Site')).not.toBeInTheDocument();
  const further = within(screen.getByRole('region', { name: 'Fields of your own' }));
  expect(further.getAllByRole('term').map(({ textContent }) => textContent)).toEqual(['plan']);
});

test('of the company’s fields only what was changed is sent, so that an option of before may stay', async () => {
  const inputs: UpdateContactMutationVariables['input'][] = [];
  const fields = [
    valueOf('tier', 'Tier', 'CHOICE', 'Bronze', ['Gold']),
    valueOf('site', 'Site', 'LINK', 'https://a.example'),
  ];
  const contact = newContact({
    metadata: { tier: 'Bronze', site: 'https://a.example' },
    fields,
  });
  renderDetails(
    [
      {
        request: {
          query: UpdateContactDocument,
          variables: ({ input }: Record<string, UpdateContactMutationVariables['input']>) => {
            if (input) inputs.push(input);
            return true;
          },
        },
        result: {
          data: {
            updateContact: {
              __typename: 'UpdateContactPayload',
              contact,
              userErrors: [],
            },
          },
        },
      },
    ],
    contact,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Edit' }));

  expect(await screen.findByLabelText('Tier')).toHaveTextContent('Bronze (no longer offered)');
  await userEvent.clear(screen.getByLabelText('Site'));
  await userEvent.click(screen.getByRole('button', { name: 'Save changes' }));

  await screen.findByText('The changes are saved.');
  expect(inputs).toEqual([{ id: 'ann', fields: [{ key: 'site', value: null }] }]);
});
