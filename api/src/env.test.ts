import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { archiveSettings, envNames, readEnv } from './env';
import { repositoryRoot } from './repository-root';

const root = repositoryRoot();
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const namesIn = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, name]) => name ?? '');
const messageFor = (source: NodeJS.ProcessEnv): string => {
  try {
    return JSON.stringify(readEnv(source));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

test('nothing has to be set', () => {
  expect(readEnv({})).toEqual({
    API_PORT: 3000,
    API_HOST: '127.0.0.1',
    API_ALLOWED_HOSTS: ['localhost', '127.0.0.1', '[::1]'],
    WEB_PORT: 5173,
    CORS_ORIGINS: [],
    DATA_DIR: join(root, '.data'),
    REPLICA_MAX_LAG_SECONDS: 5,
    ARCHIVE_S3_REGION: 'us-east-1',
    ARCHIVE_KEEP_DAYS: 7,
    ATRIUM_ALLOW_SUPERUSER: false,
    DELETION_GRACE_DAYS: 30,
    DEMO: true,
    TRUSTED_PROXIES: [],
    MAX_SOCKETS_OF_ADDRESS: 200,
    MAX_SOCKETS_OF_ACCOUNT: 50,
    MAX_COST_OF_TENANT: 3_000_000,
    MAX_COST_OF_CALLER: 600_000,
    LOG_LEVEL: 'info',
    INTROSPECTION: 'public',
    PLAYGROUND_DIR: join(root, 'api/dist/playground'),
    ATRIUM_ORIGIN: 'http://localhost:5173',
    MAIL_FROM: 'Atrium <atrium@localhost>',
  });
});

test('beyond this machine the schema is for members, unless something else is said', () => {
  const open = { API_HOST: '0.0.0.0', ATRIUM_ORIGIN: 'https://crm.example', ATRIUM_SECRET: 'x'.repeat(32) };

  expect(readEnv(open).INTROSPECTION).toBe('members');
  expect(readEnv({ ...open, INTROSPECTION: 'public' }).INTROSPECTION).toBe('public');
  expect(readEnv({ INTROSPECTION: 'members' }).INTROSPECTION).toBe('members');
  // A reverse proxy on this machine, and everybody behind it.
  expect(readEnv({ ATRIUM_ORIGIN: 'https://crm.example' }).INTROSPECTION).toBe('members');
  expect(messageFor({ INTROSPECTION: 'off' })).toBe('INTROSPECTION must be public or members; it is "off".');
});

test('the web client’s own name may address the API, which hears it from the server in between', () => {
  const { API_ALLOWED_HOSTS } = readEnv({ ATRIUM_ORIGIN: 'https://crm.example', API_ALLOWED_HOSTS: 'localhost,api' });

  expect(API_ALLOWED_HOSTS).toEqual(['localhost', 'api', 'crm.example']);
});

test('an empty variable counts as none', () => {
  expect(readEnv({ API_PORT: '', DEMO: ' ', DATABASE_URL: '' })).toEqual(readEnv({}));
});

test('what is set is read', () => {
  const env = readEnv({
    API_PORT: '8080',
    DEMO: '0',
    DATA_DIR: 'somewhere',
    CORS_ORIGINS: 'https://crm.example, http://localhost:8081',
    API_ALLOWED_HOSTS: 'crm.example,::1',
    DATABASE_URL: 'postgres://me:secret@db.example/atrium',
  });

  expect(env).toMatchObject({
    API_PORT: 8080,
    DEMO: false,
    DATA_DIR: join(root, 'somewhere'),
    CORS_ORIGINS: ['https://crm.example', 'http://localhost:8081'],
    API_ALLOWED_HOSTS: ['crm.example', '[::1]'],
    DATABASE_URL: 'postgres://me:secret@db.example/atrium',
  });
});

test.each([
  [{ API_PORT: 'abc' }, 'API_PORT must be a port from 0 to 65535; it is "abc".'],
  [
    { TRUSTED_PROXIES: 'caddy' },
    'TRUSTED_PROXIES must be addresses or subnets, separated by commas, such as 10.0.0.0/8, or uniquelocal; it is "caddy".',
  ],
  [{ WEB_PORT: '70000' }, 'WEB_PORT must be a port from 0 to 65535; it is "70000".'],
  [{ DEMO: 'yes' }, 'DEMO must be 1, true, 0 or false; it is "yes".'],
  [{ CORS_ORIGINS: '*' }, 'CORS_ORIGINS must be origins such as https://crm.example, separated by commas; it is "*".'],
  [
    { CORS_ORIGINS: 'https://crm.example/' },
    'CORS_ORIGINS must be origins such as https://crm.example, separated by commas; it is "https://crm.example/".',
  ],
  [
    { API_ALLOWED_HOSTS: 'crm.example:3000' },
    'API_ALLOWED_HOSTS must be host names without ports, separated by commas; it is "crm.example:3000".',
  ],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent; it is "loud".'],
])('%j is refused by name, with what was expected and what came', (source, message) => {
  expect(messageFor(source)).toBe(message);
});

test('everything that is wrong is said at once', () => {
  expect(messageFor({ API_PORT: 'x', DEMO: 'y' }).split('\n')).toHaveLength(2);
});

test.each(['mysql://me:hush@db/x', 'postgres://me:hu/sh@db/x', 'postgres://me:12/hush@db/x', 'hush'])(
  'a DATABASE_URL that cannot be one is refused without repeating it: %s',
  (url) => {
    const message = messageFor({ DATABASE_URL: url });

    expect(message).toContain('DATABASE_URL must look like postgres://');
    expect(message).not.toContain('hu');
  },
);

test('an address beyond loopback is refused where passwords could be read on their way', () => {
  expect(messageFor({ API_HOST: '0.0.0.0' })).toContain('ATRIUM_ORIGIN must be the https address');
  expect(messageFor({ API_HOST: '0.0.0.0', ATRIUM_ORIGIN: 'http://crm.example' })).toContain('http is for localhost');
  const open = { API_HOST: '0.0.0.0', ATRIUM_ORIGIN: 'https://crm.example' };
  expect(messageFor(open)).toContain('ATRIUM_SECRET must be set');
  expect(messageFor({ ATRIUM_SECRET: 'changeme' })).toBe(
    'ATRIUM_SECRET must have 32 characters or more that nobody can guess; it has fewer.',
  );
  expect(readEnv({ ...open, ATRIUM_SECRET: 'x'.repeat(32) }).API_HOST).toBe('0.0.0.0');
  expect(readEnv({ API_HOST: '::1' }).API_HOST).toBe('::1');
});

test('.env.example names what the API and the web client read, no more and no less', () => {
  const webNames = namesIn(read('web/server/env.mjs'), /env\['(\w+)'\]/g);
  const documented = namesIn(read('.env.example'), /^(\w+)=/gm);

  expect(webNames).toContain('API_ORIGIN');
  expect(documented.sort()).toEqual([...new Set([...envNames, ...webNames])].sort());
});

test('.env.example says the defaults', () => {
  const lines = read('.env.example').matchAll(/^(\w+)=(.*)$/gm);

  expect(readEnv(Object.fromEntries([...lines].map(([, name, value]) => [name, value])))).toEqual(readEnv({}));
});

test('archives go into a bucket where all is said of it, and the folder keeps what is sent here', () => {
  const bucket = {
    ARCHIVE_S3_BUCKET: 'atrium-archives',
    ARCHIVE_S3_ENDPOINT: 'https://s3.example:9000',
    ARCHIVE_S3_ACCESS_KEY_ID: 'AKIA123',
    ARCHIVE_S3_SECRET_ACCESS_KEY: 'of/the+store',
  };

  expect(archiveSettings(readEnv({ ...bucket, ARCHIVE_S3_PREFIX: 'atrium/archives', ARCHIVE_DIR: '/kept' }))).toEqual({
    folder: '/kept',
    bucket: {
      name: 'atrium-archives',
      endpoint: 'https://s3.example:9000',
      region: 'us-east-1',
      accessKeyId: 'AKIA123',
      secretAccessKey: 'of/the+store',
      prefix: 'atrium/archives/',
    },
    keepDays: 7,
    isNightly: true,
  });
  expect(archiveSettings(readEnv({}))).toEqual({
    folder: join(root, '.data/archives'),
    keepDays: 7,
    isNightly: false,
  });
  expect(messageFor({ ARCHIVE_S3_BUCKET: 'atrium-archives', ARCHIVE_S3_ENDPOINT: 'https://s3.example' })).toBe(
    'ARCHIVE_S3_ACCESS_KEY_ID, ARCHIVE_S3_SECRET_ACCESS_KEY must be set, since ARCHIVE_S3_BUCKET has archives kept in a bucket.',
  );
  expect(messageFor({ ARCHIVE_S3_ENDPOINT: 'https://s3.example' })).toBe(
    'ARCHIVE_S3_BUCKET must be set, since ARCHIVE_S3_ENDPOINT is: without it, archives are kept in a folder.',
  );
  expect(messageFor({ ...bucket, ARCHIVE_S3_BUCKET: '../etc' })).toContain(
    'ARCHIVE_S3_BUCKET must be the name of a bucket',
  );
  expect(messageFor({ ...bucket, ARCHIVE_S3_ENDPOINT: 's3.example' })).toBe(
    'ARCHIVE_S3_ENDPOINT must be an origin such as https://s3.eu-central-1.amazonaws.com; it is "s3.example".',
  );
  expect(messageFor({ ...bucket, ARCHIVE_S3_PREFIX: 'up/../../other' })).toContain('ARCHIVE_S3_PREFIX must be folders');
  const wrong = messageFor({ ...bucket, ARCHIVE_S3_SECRET_ACCESS_KEY: 'with a space' });
  expect(wrong).toContain('ARCHIVE_S3_SECRET_ACCESS_KEY must have letters, digits and signs');
  expect(wrong).not.toContain('with a space');
});
