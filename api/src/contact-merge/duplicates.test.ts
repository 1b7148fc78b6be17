import { mutate } from '../testing/desk';
import { findDuplicates } from '../testing/merges';
import { newTenant, type TestTenant } from '../testing/new-tenant';

interface Pair {
  first: { name: string };
  second: { name: string };
  reasons: string[];
}

const pairsOf = async (tenant: TestTenant): Promise<string[]> => {
  const { duplicates } = await tenant.query(
    '{ duplicates(first: 100) { nodes { first { name } second { name } reasons } totalCount } }',
  );
  expect(duplicates.totalCount).toBe(duplicates.nodes.length);
  return duplicates.nodes
    .map(({ first, second, reasons }: Pair) => `${first.name}, ${second.name}: ${reasons.join(' ')}`)
    .sort();
};

const hitsOf = async (tenant: TestTenant, id: string): Promise<string[]> => {
  const { contact } = await tenant.query(
    'query ($id: ID!) { contact(id: $id) { duplicates { contact { name } reasons } } }',
    { id },
  );
  return contact.duplicates.map(
    ({ contact: { name }, reasons }: { contact: { name: string }; reasons: string[] }) =>
      `${name}: ${reasons.join(' ')}`,
  );
};

async function newAlikes(tenant: TestTenant) {
  const make = (name: string, input: object) => tenant.createContact({ name, ...input });
  return {
    ann: await make('Ann Lee', { email: 'ann@lee.example', phone: '+49 30 901820' }),
    again: await make('A. Lee', { email: 'ANN@lee.example', phone: '0049 30 90 18 20' }),
    john: await make('John Smith', { company: 'Acme' }),
    jon: await make('Jon Smith', { company: 'Acme' }),
    other: await make('John Smith', { company: 'Umbrella' }),
    bob: await make('Bob Meyer', { company: 'Acme' }),
  };
}

test('contacts are alike by address, by number, and by name within a company', async () => {
  const tenant = await newTenant();
  const { ann, jon, other } = await newAlikes(tenant);

  await findDuplicates(tenant);

  expect(await pairsOf(tenant)).toEqual([
    'Ann Lee, A. Lee: SAME_EMAIL SAME_PHONE',
    'John Smith, Jon Smith: SIMILAR_NAME',
  ]);
  expect(await hitsOf(tenant, ann.id)).toEqual(['A. Lee: SAME_EMAIL SAME_PHONE']);
  expect(await hitsOf(tenant, jon.id)).toEqual(['John Smith: SIMILAR_NAME']);
  expect(await hitsOf(tenant, other.id)).toEqual([]);
});

test('what has changed is compared anew, and what is alike no more is gone', async () => {
  const tenant = await newTenant();
  const { again, bob } = await newAlikes(tenant);
  await findDuplicates(tenant);
  const change = (id: string, input: object) => mutate(tenant, 'updateContact', { id, ...input }, 'contact { id }');

  await change(again.id, { email: 'alice@lee.example', phone: '' });
  await change(bob.id, { name: 'Jon Smyth' });
  await findDuplicates(tenant);

  expect(await pairsOf(tenant)).toEqual(['John Smith, Jon Smith: SIMILAR_NAME', 'Jon Smith, Jon Smyth: SIMILAR_NAME']);
});

test('two that were said to be two people are not shown again, until that is taken back', async () => {
  const tenant = await newTenant();
  const { ann, again } = await newAlikes(tenant);
  await findDuplicates(tenant);
  const dismiss = (isDismissed: boolean) =>
    mutate(
      tenant,
      'dismissDuplicate',
      { contactId: again.id, otherId: ann.id, isDismissed },
      'contact { duplicates { reasons } }',
    );

  const dismissed = await dismiss(true);
  await mutate(tenant, 'updateContact', { id: ann.id, position: 'Owner' }, 'contact { id }');
  await findDuplicates(tenant);
  const meanwhile = await pairsOf(tenant);
  await dismiss(false);
  await mutate(tenant, 'updateContact', { id: ann.id, position: 'Founder' }, 'contact { id }');
  await findDuplicates(tenant);

  expect(dismissed.contact.duplicates).toEqual([]);
  expect(meanwhile).toEqual(['John Smith, Jon Smith: SIMILAR_NAME']);
  expect(await pairsOf(tenant)).toHaveLength(2);
});

test('pairs come a page at a time, and none of a contact that is gone', async () => {
  const tenant = await newTenant();
  for (let n = 0; n < 3; n += 1)
    for (const name of ['One', 'Two']) await tenant.createContact({ name, email: `pair-${n}@lee.example` });
  await findDuplicates(tenant);
  const page = async (after: string | null) =>
    (
      await tenant.query(
        'query ($after: String) { duplicates(first: 2, after: $after) { nodes { id first { id } } pageInfo { hasNextPage endCursor } } }',
        { after },
      )
    ).duplicates;

  const first = await page(null);
  const second = await page(first.pageInfo.endCursor);
  await mutate(tenant, 'deleteContact', { id: second.nodes[0].first.id }, 'deletedContactId');

  expect([first.nodes.length, second.nodes.length, second.pageInfo.hasNextPage]).toEqual([2, 1, false]);
  expect(new Set([...first.nodes, ...second.nodes].map(({ id }) => id)).size).toBe(3);
  expect((await page(null)).pageInfo.hasNextPage).toBe(false);
});

test('nobody is told apart from themselves, from nobody, or from another company’s contact', async () => {
  const tenant = await newTenant();
  const stranger = await newTenant();
  const [mine, theirs] = [await tenant.createContact(), await stranger.createContact()];
  const refused = async (contactId: string, otherId: string) =>
    (await mutate(tenant, 'dismissDuplicate', { contactId, otherId }, 'contact { id }')).userErrors;

  expect(await refused(mine.id, mine.id)).toEqual([{ code: 'INVALID', field: ['otherId'] }]);
  expect(await refused(mine.id, theirs.id)).toEqual([{ code: 'NOT_FOUND', field: ['otherId'] }]);
  expect(await refused('nobody', mine.id)).toEqual([{ code: 'NOT_FOUND', field: ['contactId'] }]);
});
