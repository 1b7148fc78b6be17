import { newTenant, query, send } from '../testing/new-tenant';
import { behindTheApi, testApi } from '../testing/test-api';

const createTenant = `mutation ($input: CreateTenantInput!) {
  createTenant(input: $input) { tenant { id slug name schema { name } } userErrors { code field message } }
}`;

test('twenty registrations of one name at once get twenty slugs, one schema and one role each', async () => {
  const api = await testApi();
  const name = `Twenty at once ${Date.now()}`;

  const answers = await Promise.all(Array.from({ length: 20 }, () => query(api, createTenant, { input: { name } })));

  const tenants = answers.map((answer) => answer.createTenant.tenant);
  const schemaNames = tenants.map((tenant) => tenant.schema.name);
  expect(new Set(tenants.map((tenant) => tenant.slug)).size).toBe(20);
  const schemas = await behindTheApi<{ name: string }>(
    'select nspname as name from pg_namespace where nspname = any($1)',
    [schemaNames],
  );
  const roles = await behindTheApi<{ name: string }>(
    'select rolname as name from pg_roles where rolname = any($1) and rolcanlogin',
    [schemaNames],
  );
  expect([schemas.length, roles.length]).toEqual([20, 20]);
});

test('a registration sent twice with one idempotency key makes one tenant', async () => {
  const api = await testApi();
  const input = { name: `Sent twice ${Date.now()}`, idempotencyKey: `key-${Date.now()}` };

  const [first, second] = await Promise.all([query(api, createTenant, { input }), query(api, createTenant, { input })]);

  expect(second.createTenant.tenant.id).toBe(first.createTenant.tenant.id);
  const rows = await behindTheApi('select 1 from public.tenants where name = $1', [input.name]);
  expect(rows).toHaveLength(1);
});

test('an idempotency key that was used for another name is refused', async () => {
  const api = await testApi();
  const idempotencyKey = `reused-${Date.now()}`;
  await query(api, createTenant, { input: { name: 'First', idempotencyKey } });

  const answer = await query(api, createTenant, { input: { name: 'Second', idempotencyKey } });

  expect(answer.createTenant).toMatchObject({
    tenant: null,
    userErrors: [{ code: 'CONFLICT', field: ['idempotencyKey'] }],
  });
});

test.each([
  ['blank', '   ', 'REQUIRED'],
  ['of 201 characters', 'x'.repeat(201), 'TOO_LONG'],
  ['with a NUL character', 'Nul \u0000 Ltd', 'INVALID'],
  ['with half a surrogate pair', 'Half \ud83d Ltd', 'INVALID'],
])('a name %s is refused with its field', async (_what, name, code) => {
  const { createTenant: payload } = await query(await testApi(), createTenant, { input: { name } });

  expect(payload).toMatchObject({ tenant: null, userErrors: [{ code, field: ['name'] }] });
});

test('a registration that fails half-way leaves no row and no schema', async () => {
  const { app } = await testApi();
  const { migrator } = app.tenancy;
  const failing = jest.spyOn(migrator, 'upgradeSchema').mockRejectedValueOnce(new Error('the disk is full'));

  const { errors } = await send(await testApi(), createTenant, { input: { name: 'Half-way' } });

  expect(failing).toHaveBeenCalledTimes(1);
  expect(errors?.[0]).toMatchObject({
    message: 'Internal server error',
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  });
  // The role is made ahead, and waits for the next registration, with rights on nothing.
  const [left] = await behindTheApi(
    `select (select count(*)::int from public.tenants where schema_name = $1) as tenants,
            (select count(*)::int from pg_namespace where nspname = $1) as schemas,
            (select count(*)::int from public.role_reserve where role_name = $1) as reserved`,
    [failing.mock.calls[0]?.[1]],
  );
  expect(left).toEqual({ tenants: 0, schemas: 0, reserved: 1 });
});

test('a tenant is found by its id and by its slug, and no other way', async () => {
  const tenant = await newTenant();
  const whoAmI = '{ currentTenant { id slug status schema { name version tables { name } } } }';

  const byId = await query(tenant.api, whoAmI, {}, { 'x-tenant-id': tenant.id });
  const bySlug = await query(tenant.api, whoAmI, {}, { 'x-tenant-id': tenant.slug });
  const bySchema = await send(tenant.api, whoAmI, {}, { 'x-tenant-id': tenant.schemaName });
  const byNothing = await send(tenant.api, whoAmI);

  expect(bySlug).toEqual(byId);
  expect(byId.currentTenant).toMatchObject({ id: tenant.id, slug: tenant.slug, status: 'ACTIVE' });
  expect(bySchema).toMatchObject({ status: 404, errors: [{ extensions: { code: 'TENANT_NOT_FOUND' } }] });
  expect(byNothing).toMatchObject({ status: 400, errors: [{ extensions: { code: 'TENANT_REQUIRED' } }] });
});
