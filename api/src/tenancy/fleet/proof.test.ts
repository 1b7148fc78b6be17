import { newTenant } from '../../testing/new-tenant';
import { inTenant, newMember, newPerson, type Person } from '../../testing/people';
import { behindTheApi, newDatabase, startTestApi } from '../../testing/test-api';
import { prove } from './proof';
import { proofPage } from './proof-page';

const proveIsolation = 'mutation { proveIsolation { task { id kind status } userErrors { message } } }';
const taskById = 'query ($id: ID!) { task(id: $id) { status result failure } }';

async function resultOf(owner: Person, id: string) {
  for (;;) {
    const { data } = await owner.send(taskById, { id }, inTenant(owner.tenantId));
    if (data.task.status === 'DONE' || data.task.status === 'FAILED') return data.task;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

test('under a company’s role everything of all others is refused, and so is the registry', async () => {
  const [tenant, other] = [await newTenant(), await newTenant()];
  await other.createContact();

  const { proof, rightsRead } = await prove(tenant.api.app.tenancy, tenant, { sample: 5 });

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
  const urls = await newDatabase();
  const api = await startTestApi({ urls });
  const [own, other] = [await newTenant('Own', api), await newTenant('Other', api)];
  await other.createContact();
  const open = (statement: string) => behindTheApi(statement, [], urls.owner);
  await open(`grant usage on schema ${other.schemaName} to ${own.schemaName}`);
  await open(`grant select, delete, truncate on ${other.schemaName}.contacts to ${own.schemaName}`);
  await open(`grant select on public.secrets to public`);
  await open(`grant ${other.schemaName} to ${own.schemaName}`);

  const { proof, named } = await prove(api.app.tenancy, own, { sample: 5 });
  const [left] = await behindTheApi(`select count(*)::int as count from ${other.schemaName}.contacts`, [], urls.owner);
  await api.stop();

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
  const other = await newPerson('Somebody Else');
  const owner = await newPerson('Proven');
  const admin = await newMember(owner, 'ADMIN');
  const [row] = await behindTheApi<{ slug: string; schema_name: string }>(
    'select slug, schema_name from public.tenants where id = $1',
    [other.tenantId],
  );

  const refused = await admin.send(proveIsolation, {}, inTenant(owner.tenantId));
  const { data } = await owner.send(proveIsolation, {}, inTenant(owner.tenantId));
  const { status, result } = await resultOf(owner, data.proveIsolation.task.id);

  expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  expect(status).toBe('DONE');
  expect(Object.keys(result).sort()).toEqual(['breaches', 'page', 'provedAt', 'refused', 'schemas', 'statements']);
  expect(result).toMatchObject({
    breaches: [],
    refused: result.statements,
    page: expect.stringContaining('# Proof of isolation'),
  });
  for (const secret of [row?.slug, row?.schema_name, other.tenantId, 'Somebody Else'])
    expect(JSON.stringify(result)).not.toContain(secret);
}, 60_000);
