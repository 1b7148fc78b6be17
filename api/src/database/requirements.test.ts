import { randomUUID } from 'node:crypto';
import { openTenancy } from '../app';
import { behindTheApi, newDatabase, testDatabaseUrls } from '../testing/test-api';
import { urlsGiven } from './open-database';
import { describeRole } from './requirements';

/** A role and a database of this test's own. */
async function newOwner(attributes: string, after: string[] = []): Promise<string> {
  const name = `req_${randomUUID().slice(0, 8)}`;
  await behindTheApi(`create role ${name} login ${attributes} password 'secret'`);
  await behindTheApi(`create database ${name} template template0 encoding 'UTF8' locale 'C.UTF-8'`);
  // Straight to the server: a pooler knows none of these roles.
  const url = new URL((await testDatabaseUrls()).owner);
  const admin = new URL(process.env['TEST_DATABASE_URL'] ?? '');
  admin.pathname = `/${name}`;
  for (const statement of [
    'revoke create on schema public from public',
    ...after.map((text) => text.replaceAll('$role', name).replaceAll('$database', name)),
  ]) {
    await behindTheApi(statement, [], admin.href);
  }
  url.pathname = `/${name}`;
  url.username = name;
  url.password = 'secret';
  return url.href;
}

const open = (DATABASE_URL: string, more: { DATABASE_DIRECT_URL?: string } = {}) =>
  urlsGiven({ DATABASE_URL, ATRIUM_ALLOW_SUPERUSER: false, ...more });

test.each([
  [
    'may not make roles',
    '',
    ['grant create on database $database to $role'],
    /may not make roles.*alter role \S+ createrole;/,
  ],
  ['may not create schemas', 'createrole', [], /may not create schemas.*grant create on database \S+ to \S+;/],
  [
    'may not create in public',
    'createrole',
    ['grant create on database $database to $role'],
    /may not create tables in the schema "public".*grant create on schema public to \S+;/,
  ],
])('a role that %s is told the statement that mends it', async (_what, attributes, after, sentence) => {
  const url = await newOwner(attributes, after);

  await expect(open(url)).rejects.toThrow(sentence);
});

test('a role with these three rights, and no more, is enough', async () => {
  const url = await newOwner('createrole', [
    'grant create on database $database to $role',
    'grant create on schema public to $role',
  ]);

  const { gateway, owner } = await open(url);

  expect(owner).toBe(url);
  expect(await describeRole(gateway)).toEqual({ isSuperuser: false, mayCreateRoles: false, ownsRegistry: false });
});

test('a superuser’s URL leads to an owner and a gateway that are none', async () => {
  const { gateway, owner, listen } = await testDatabaseUrls();

  expect(await describeRole(owner)).toMatchObject({ isSuperuser: false, mayCreateRoles: true });
  expect(await describeRole(gateway)).toEqual({ isSuperuser: false, mayCreateRoles: false, ownsRegistry: false });
  expect(listen).toBe(process.env['TEST_POOLED_DATABASE_URL'] ? listen : gateway);
});

test('to serve as a role that may make roles is refused, unless told so', async () => {
  const direct = await newOwner('createrole', [
    'grant create on database $database to $role',
    'grant create on schema public to $role',
  ]);
  const other = `req_${randomUUID().slice(0, 8)}`;
  await behindTheApi(`create role ${other} login createrole password 'secret'`);
  const url = new URL(direct);
  url.username = other;

  await expect(open(url.href, { DATABASE_DIRECT_URL: direct })).rejects.toThrow(/may make roles/);
  const told = await urlsGiven({ DATABASE_URL: direct, ATRIUM_ALLOW_SUPERUSER: true });

  expect(told.gateway).toBe(direct);
});

test('a wrong password is one sentence, without the password', async () => {
  // Straight to the server: a pooler knows none of these roles.
  const url = new URL((await testDatabaseUrls()).owner);
  url.password = 'wrong-secret';

  const opening = open(url.href);

  await expect(opening).rejects.toThrow(/^DATABASE_URL names the PostgreSQL at .*password authentication failed/);
  await expect(opening).rejects.not.toThrow(/wrong-secret/);
});

test('the role for requests, given alone, is told what is missing instead of being made an owner', async () => {
  const own = await newDatabase();
  const tenancy = openTenancy(own);
  await tenancy.migrator.migrateRegistry();
  await tenancy.close();

  await expect(open(own.gateway)).rejects.toThrow(/is for requests.*set DATABASE_DIRECT_URL/);
});
