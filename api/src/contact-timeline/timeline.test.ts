import { mutate, newLabel } from '../testing/desk';
import { newTenant, query, type TestTenant } from '../testing/new-tenant';
import { behindTheApi, newDatabase, startTestApi } from '../testing/test-api';

const entries = `nodes {
    __typename id occurredAt actor { name }
    ... on ContactChangedEntry { changes { field from to } }
    ... on ContactImportedEntry { importId changes { field from to } }
    ... on ContactMergedEntry { mergeId isParted changes { field from to } }
    ... on ConversationStartedEntry { conversation { id } }
    ... on ContactNoteEntry { note { content author { name } } }
  }
  totalCount pageInfo { hasNextPage endCursor }`;

const read = async (tenant: TestTenant, id: string, first = 25, after: string | null = null) => {
  const { contact } = await tenant.query(
    `query ($id: ID!, $first: Int!, $after: String) { contact(id: $id) { timeline(first: $first, after: $after) { ${entries} } } }`,
    { id, first, after },
  );
  return contact.timeline;
};

const kinds = ({ nodes }: { nodes: { __typename: string }[] }) => nodes.map(({ __typename }) => __typename);

test('all that happened with a contact is told, the newest first, with what was changed and by whom', async () => {
  const tenant = await newTenant();
  const { id, conversationId } = await tenant.createContact({
    name: 'Ann',
    email: 'ann@contact.example',
    metadata: { tier: 1 },
  });

  const input = {
    id,
    name: 'Ann Lee',
    email: null,
    phone: '+49 30 901820',
    source: 'Fair',
    metadata: { tier: 2, vat: ['x'] },
  };
  await mutate(tenant, 'updateContact', input, 'contact { id }');
  await mutate(tenant, 'addContactNote', { contactId: id, content: 'Likes tea' }, 'note { id }');

  const timeline = await read(tenant, id);
  const actor = { name: expect.any(String) };
  const entry = (__typename: string, more: object) => ({
    __typename,
    id: expect.any(String),
    occurredAt: expect.any(String),
    actor,
    ...more,
  });
  expect(timeline.totalCount).toBe(4);
  expect(timeline.nodes[0]).toEqual(entry('ContactNoteEntry', { note: { content: 'Likes tea', author: actor } }));
  expect(timeline.nodes[1]).toEqual(entry('ContactChangedEntry', { changes: expect.any(Array) }));
  expect(
    Object.fromEntries(timeline.nodes[1].changes.map(({ field, ...change }: { field: string }) => [field, change])),
  ).toEqual({
    name: { from: 'Ann', to: 'Ann Lee' },
    email: { from: 'ann@contact.example', to: null },
    phone: { from: null, to: '+49 30 901820' },
    source: { from: null, to: 'Fair' },
    tier: { from: '1', to: '2' },
    vat: { from: null, to: '["x"]' },
  });
  expect(timeline.nodes).toContainEqual(entry('ConversationStartedEntry', { conversation: { id: conversationId } }));
  expect(timeline.nodes).toContainEqual(entry('ContactCreatedEntry', { id }));
});

test('a key that is named like a field is told beside it', async () => {
  const tenant = await newTenant();
  const { id } = await tenant.createContact({ name: 'Ann', metadata: { name: 'Annie', externalId: 1 } });

  await mutate(
    tenant,
    'updateContact',
    { id, name: 'Ann Lee', metadata: { name: 'Anna', 'metadata.name': 'x', tier: 1 } },
    'contact { id }',
  );

  const { nodes } = await read(tenant, id);
  expect(nodes[0].changes).toHaveLength(5);
  expect(nodes[0].changes).toEqual(
    expect.arrayContaining([
      { field: 'name', from: 'Ann', to: 'Ann Lee' },
      { field: 'metadata.name', from: 'Annie', to: 'Anna' },
      { field: 'metadata.externalId', from: '1', to: null },
      { field: 'metadata.metadata.name', from: null, to: 'x' },
      { field: 'tier', from: null, to: '1' },
    ]),
  );
});

test('a contact is there before its first conversation, also in the same millisecond', async () => {
  const tenant = await newTenant();
  const contacts = await Promise.all(Array.from({ length: 8 }, () => tenant.createContact()));

  for (const { id } of contacts) {
    const { nodes, pageInfo } = await read(tenant, id, 1);
    const rest = await read(tenant, id, 5, pageInfo.endCursor);
    expect(kinds({ nodes: [...nodes, ...rest.nodes] })).toEqual(['ConversationStartedEntry', 'ContactCreatedEntry']);
    const { nodes: beyond } = await read(tenant, id, 5, rest.pageInfo.endCursor);
    expect(beyond).toEqual([]);
  }
});

test('where nothing differs, nothing is written down', async () => {
  const tenant = await newTenant();
  const { id } = await tenant.createContact({ name: 'Ann', company: 'Acme', metadata: { b: 1, a: { d: 1, c: 2 } } });

  await mutate(
    tenant,
    'updateContact',
    { id, name: ' Ann ', company: 'Acme', position: '', metadata: { a: { c: 2, d: 1 }, b: 1 } },
    'contact { id }',
  );

  expect(kinds(await read(tenant, id)).sort()).toEqual(['ContactCreatedEntry', 'ConversationStartedEntry']);
});

test('of changes at once, each tells what it found and what it left', async () => {
  const tenant = await newTenant();
  const { id } = await tenant.createContact({ name: 'A0' });

  await Promise.all(
    [1, 2, 3, 4, 5].map((n) => mutate(tenant, 'updateContact', { id, name: `A${n}` }, 'contact { id }')),
  );

  const { nodes } = await read(tenant, id);
  const steps = nodes.flatMap(({ changes = [] }: { changes?: { from: string; to: string }[] }) => changes);
  const { contact } = await tenant.query('query ($id: ID!) { contact(id: $id) { name } }', { id });
  const next = new Map(steps.map(({ from, to }: { from: string; to: string }) => [from, to]));
  let name = 'A0';
  for (let i = 0; i < 5; i += 1) name = String(next.get(name));
  expect(steps).toHaveLength(5);
  expect(name).toBe(contact.name);
});

test('what an import and a merge wrote is told as theirs', async () => {
  const tenant = await newTenant();
  const { id } = await tenant.createContact();
  const source = '019b0000-0000-7000-8000-000000000001';
  const kindsWritten = ['imported', 'merged', 'parted'];
  for (const [nth, kind] of kindsWritten.entries())
    await behindTheApi(
      `insert into "${tenant.schemaName}".contact_changes (id, contact_id, kind, source_id, changes, created_at)
       values (gen_random_uuid(), $1, $2, $3, '{"name": ["A", "B"]}', now() + make_interval(secs => $4))`,
      [id, kind, source, nth + 1],
    );

  const { nodes } = await read(tenant, id, 3);

  const changes = [{ field: 'name', from: 'A', to: 'B' }];
  expect(nodes).toMatchObject([
    { __typename: 'ContactMergedEntry', mergeId: source, isParted: true, changes, actor: null },
    { __typename: 'ContactMergedEntry', mergeId: source, isParted: false, changes },
    { __typename: 'ContactImportedEntry', importId: source, changes },
  ]);
});

test('page by page, each entry comes once', async () => {
  const tenant = await newTenant();
  const { id } = await tenant.createContact();
  for (let n = 0; n < 8; n += 1)
    await mutate(tenant, 'addContactNote', { contactId: id, content: `${n}` }, 'note { id }');
  const { nodes: all } = await read(tenant, id);

  const found: { id: string }[] = [];
  for (let after: string | null = null; ; ) {
    const { nodes, pageInfo } = await read(tenant, id, 3, after);
    found.push(...nodes);
    if (!pageInfo.hasNextPage) break;
    after = pageInfo.endCursor;
  }

  expect(all).toHaveLength(10);
  expect(found).toEqual(all);
});

test('what is told of a contact goes with it, comes back with it, and says that it came back', async () => {
  const tenant = await newTenant();
  const { id } = await tenant.createContact({ name: 'Ann' });
  const label = await newLabel(tenant, 'VIP');
  await mutate(tenant, 'setContactLabels', { id, labelIds: [label] }, 'contact { id }');
  await mutate(tenant, 'addContactNote', { contactId: id, content: 'Likes tea' }, 'note { id }');
  await mutate(tenant, 'updateContact', { id, name: 'Ann Lee' }, 'contact { id }');
  const before = await read(tenant, id);

  await mutate(tenant, 'deleteContact', { id }, 'deletedContactId');
  const restored = await mutate(tenant, 'restoreContact', { id }, 'contact { labels { name } }');

  const { nodes } = await read(tenant, id);
  expect(restored.contact).toEqual({ labels: [{ name: 'VIP' }] });
  expect(nodes[0]).toMatchObject({ __typename: 'ContactRestoredEntry', actor: { name: expect.any(String) } });
  expect(nodes.slice(1)).toEqual(before.nodes);
});

test('timelines of many contacts are read together', async () => {
  const tenant = await newTenant();
  const ids = [];
  for (let n = 0; n < 3; n += 1) ids.push((await tenant.createContact({ name: `C${n}` })).id);

  const { contacts } = await tenant.query(`{ contacts(first: 3) { nodes { id timeline(first: 1) { ${entries} } } } }`);

  for (const { id, timeline } of contacts.nodes) {
    expect(ids).toContain(id);
    expect(timeline.nodes).toHaveLength(1);
    expect(timeline.totalCount).toBe(2);
  }
});

test('of a company whose upgrade is still to come, contacts have no labels, and a timeline of what there is', async () => {
  const urls = await newDatabase();
  const first = await startTestApi({ urls });
  const tenant = await newTenant('Behind', first);
  const { id } = await tenant.createContact();
  expect(await first.app.tenancy.fleet.rollBack()).toMatchObject({ changed: 1, failures: [] });
  await first.stop();
  const api = await startTestApi({ urls });
  const headers = { 'x-tenant-id': tenant.id, authorization: `Bearer ${tenant.token}` };

  const changed = await query(
    api,
    'mutation ($id: ID!) { updateContact(input: { id: $id, name: "New" }) { contact { name } } }',
    { id },
    headers,
  );
  const { contact, contacts } = await query(
    api,
    `query ($id: ID!) { contact(id: $id) { labels { id } timeline { ${entries} } } contacts(filter: { labelIds: [$id] }) { nodes { id } totalCount } }`,
    { id },
    headers,
  );
  const refused = await Promise.all(
    [
      `setContactLabels(input: { id: "${id}", labelIds: [] })`,
      `addContactNote(input: { contactId: "${id}", content: "x" })`,
    ].map((call) => query(api, `mutation { ${call} { userErrors { code } } }`, {}, headers).catch(String)),
  );
  await api.stop();

  expect(changed.updateContact).toEqual({ contact: { name: 'New' } });
  expect(contact.labels).toEqual([]);
  expect(kinds(contact.timeline).sort()).toEqual(['ContactCreatedEntry', 'ConversationStartedEntry']);
  expect(contacts).toEqual({ nodes: [], totalCount: 0 });
  for (const answer of refused) expect(answer).toContain('being brought up to date');
});
