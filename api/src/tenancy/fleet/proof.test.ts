import { newTenant, type TestTenant } from '../../testing/new-tenant';
import { behindTheApi, newDatabase, startTestApi } from '../../testing/test-api';
import { prove } from './proof';
import { proofPage } from './proof-page';

const open: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.stop();
});

/** Two companies of a deployment of their own: what other tests do to rights, in that of all, would be found too. */
async function newPair() {
  const urls = await newDatabase();
  const api = await startTestApi({ urls });
  open.push(api);
  const [own, other] = [await newTenant('Proven', api), await newTenant('Somebody Else', api)];
  await other.createContact();
  return { own, other, as: (statement: string) => behindTheApi(statement, [], urls.owner) };
}

async function resultOf(tenant: TestTenant, id: string) {
  for (;;) {
    const { task } = await tenant.query('query ($id: ID!) { task(id: $id) { status result failure } }', { id });
    if (task.status === 'DONE' || task.status === 'FAILED') return task;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

test('under a company’s role everything of all others is refused, and so is the registry', async () => {
  const { own } = await newPair();

  const { proof, rightsRead } = await prove(own.api.app.tenancy, own, { sample: 5 });

  expect(proof.breaches).toEqual([]);
  expect(proof.statements).toBeGreaterThan(2 * 7 * 20);
  expect(proof.refused).toBe(proof.statements);
  expect(proof.forms.map(({ form }) => form)).toEqual(
    expect.arrayContaining([
      'select * from <schema>.<name> limit 1',
      'insert into <schema>.<name> default values',
      'update <schema>.<name> set <column> = null where false',
      'drop table <schema>.<name>',
      'select <schema>.<name>()',
    ]),
  );
  expect(rightsRead).toBeGreaterThan(50);
  expect(proofPage(proof)).toContain('reached nothing of any other company');
});

test('what was opened by hand is found, in each of its ways, and nothing of it is done', async () => {
  const { own, other, as } = await newPair();
  await as(`grant usage on schema ${other.schemaName} to ${own.schemaName}`);
  await as(`grant select, delete, truncate on ${other.schemaName}.contacts to ${own.schemaName}`);
  await as(`grant select on public.secrets to public`);
  await as(`grant ${other.schemaName} to ${own.schemaName}`);

  const { proof, named } = await prove(own.api.app.tenancy, own, { sample: 5 });
  const [left] = await as(`select count(*)::int as count from ${other.schemaName}.contacts`);

  const statements = proof.breaches.map(({ statement }) => statement);
  expect(statements).toEqual(
    expect.arrayContaining(['select * from company_1.contacts limit 1', 'select * from public.secrets limit 1']),
  );
  expect(proof.breaches.map(({ answer }) => answer)).toEqual(
    expect.arrayContaining([
      'the role holds delete, select, truncate on the table contacts',
      'the role holds usage on the schema',
      'the role is a member of the role company_1',
      'AT000: it was done',
    ]),
  );
  expect(JSON.stringify(proof)).not.toContain(other.schemaName);
  expect(JSON.stringify(named)).toContain(other.schemaName);
  expect(proofPage(proof)).toContain('This deployment is not isolated.');
  expect(left).toEqual({ count: 1 });
});

test('an owner has it proved, and reads no other company’s name, slug, id or schema', async () => {
  const { own, other } = await newPair();

  const { proveIsolation } = await own.query('mutation { proveIsolation { task { id kind } userErrors { message } } }');
  const { status, result } = await resultOf(own, proveIsolation.task.id);

  expect(proveIsolation).toMatchObject({ task: { kind: 'proveIsolation' }, userErrors: [] });
  expect(status).toBe('DONE');
  expect(Object.keys(result).sort()).toEqual(['breaches', 'page', 'provedAt', 'refused', 'schemas', 'statements']);
  expect(result).toMatchObject({
    breaches: [],
    schemas: 1,
    refused: result.statements,
    page: expect.stringContaining('# Proof of isolation'),
  });
  for (const secret of [other.slug, other.schemaName, other.id, 'Somebody Else'])
    expect(JSON.stringify(result)).not.toContain(secret);
}, 60_000);
