import type { MergeSide_ContactFragment } from '../../generated/graphql';
import { chosenOf, fieldsOf, isOpen } from './merge-fields';

const contact = (values: Partial<MergeSide_ContactFragment>): MergeSide_ContactFragment => ({
  __typename: 'Contact',
  id: '1',
  name: 'Ann',
  email: null,
  phone: null,
  company: null,
  position: null,
  source: null,
  externalId: null,
  metadata: {},
  createdAt: '2026-11-30T09:00:00.000Z',
  conversations: { __typename: 'ContactConversationConnection', totalCount: 1 } as never,
  ...values,
});

test('what neither says is left out, and only what differs is to be chosen', () => {
  const fields = fieldsOf(
    contact({ email: 'ann@lee.example', metadata: { plan: 'Gold', seats: 3 } }),
    contact({ name: 'Anne', email: 'ann@lee.example', phone: '+49 30 901820', metadata: { plan: 'Silver' } }),
  );

  expect(fields.map(({ label }) => label)).toEqual(['Name', 'Email', 'Phone', 'plan', 'seats']);
  expect(fields.filter(isOpen).map(({ key }) => key)).toEqual(['name', 'plan']);
  expect(fields.at(-1)?.values).toEqual({ first: '3', second: null });
});

test('what is taken from the second is named, and nothing that was not to be chosen', () => {
  const fields = fieldsOf(contact({ company: 'Lee' }), contact({ name: 'Anne', phone: '+49 30 901820' }));

  expect(chosenOf(fields, { name: 'second', phone: 'second', company: 'first' })).toEqual(['name']);
  expect(chosenOf(fields, {})).toEqual([]);
});
