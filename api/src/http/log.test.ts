import { Writable } from 'node:stream';
import { newTenant } from '../testing/new-tenant';
import { behindTheApi, startTestApi } from '../testing/test-api';
import { newHush, newLogger, tellError } from './log';

test('an error is told without parameters, details and values', () => {
  const driverError = Object.assign(new Error('invalid input syntax for type integer: "Ann Secret"'), {
    code: '22P02',
    detail: 'Key (email)=(ann@secret.example) already exists.',
    where: 'portal with parameter $1 = "Ann Secret"',
  });
  const error = Object.assign(new Error(driverError.message, { cause: driverError }), {
    code: '22P02',
    query: 'insert into contacts (name) values ($1)',
    parameters: ['Ann Secret'],
    driverError,
  });

  const told = tellError(error);

  expect(JSON.stringify(told)).not.toMatch(/secret/i);
  expect(told).toMatchObject({ code: '22P02', query: error.query, cause: { code: '22P02' } });
  expect(told.stack).toContain('log.test.ts');
});

test('a write that fails within the database leaves nothing of the contact in the log', async () => {
  const lines: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  const api = await startTestApi({ logger: newLogger('info', stream) });
  const tenant = await newTenant(undefined, api);
  await behindTheApi(`alter table "${tenant.schemaName}".contacts add constraint refuses check (name <> 'Ann Secret')`);

  const { errors } = await tenant.send(
    'mutation ($input: CreateContactInput!) { createContact(input: $input) { userErrors { message } } }',
    { input: { name: 'Ann Secret', email: 'ann@secret.example' } },
  );
  await api.stop();

  expect(errors?.[0]?.extensions.code).toBe('INTERNAL_SERVER_ERROR');
  expect(lines.join('')).toContain('23514');
  expect(lines.join('')).not.toMatch(/secret/i);
});

test('a sentence is told once in ten seconds, and then with how often it was held back', () => {
  let now = 0;
  const hush = newHush(() => now);

  const told = [hush('gone'), hush('gone'), hush('other'), hush('gone')];
  now = 10_000;

  expect(told).toEqual([{ heldBack: 0 }, null, { heldBack: 0 }, null]);
  expect(hush('gone')).toEqual({ heldBack: 2 });
});
