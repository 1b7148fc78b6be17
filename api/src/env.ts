import { isIPv4 } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';
import { trustOf } from './http/origin';
import { repositoryRoot } from './repository-root';
import type { ArchiveSettings, BucketSettings } from './tenancy/archive-settings';

const root = repositoryRoot();
const loopbackNames = ['localhost', '127.0.0.1', '::1'];

const port = whole('a port from 0 to 65535', 0, 65_535);
const folder = z.string().transform((path) => resolve(root, path));
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** All that the API reads from its environment. `.env.example` says what each is for; a test compares the two. */
const variables = {
  API_PORT: port.default(3000),
  API_HOST: z.string().default('127.0.0.1'),
  API_ALLOWED_HOSTS: list('host names without ports, separated by commas', isHostName)
    .default(loopbackNames)
    .transform((names) => names.map(bracketed)),
  WEB_PORT: port.default(5173),
  CORS_ORIGINS: list('origins such as https://crm.example, separated by commas', isOrigin).default([]),
  DATA_DIR: folder.default(resolve(root, '.data')),
  DATABASE_URL: databaseUrl(),
  DATABASE_DIRECT_URL: databaseUrl(),
  DATABASE_REPLICA_URL: databaseUrl(),
  REPLICA_MAX_LAG_SECONDS: whole('a number of seconds from 1 to 300', 1, 300).default(5),
  ATRIUM_ALLOW_SUPERUSER: flag().default(false),
  DEMO: flag().default(true),
  TRUSTED_PROXIES: list(
    'addresses or subnets, separated by commas, such as 10.0.0.0/8, or uniquelocal',
    isProxy,
  ).default([]),
  MAX_SOCKETS_OF_ADDRESS: whole('a number from 1 to 100000', 1, 100_000).default(200),
  MAX_SOCKETS_OF_ACCOUNT: whole('a number from 1 to 100000', 1, 100_000).default(50),
  MAX_COST_OF_TENANT: whole('a number from 5000 to 999999999', 5_000, 999_999_999).default(3_000_000),
  MAX_COST_OF_CALLER: whole('a number from 5000 to 999999999', 5_000, 999_999_999).default(600_000),
  ARCHIVE_DIR: folder.optional(),
  ARCHIVE_S3_BUCKET: shaped(
    'be the name of a bucket, of 3 to 63 lower-case letters, digits, dots and hyphens',
    /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
  ).optional(),
  ARCHIVE_S3_ENDPOINT: origin('https://s3.eu-central-1.amazonaws.com').optional(),
  ARCHIVE_S3_REGION: shaped('be a region such as eu-central-1', /^[a-z0-9-]{1,40}$/).default('us-east-1'),
  ARCHIVE_S3_ACCESS_KEY_ID: credential(),
  ARCHIVE_S3_SECRET_ACCESS_KEY: credential(),
  ARCHIVE_S3_PREFIX: shaped('be folders such as atrium/archives', /^\w[\w.-]*(\/\w[\w.-]*){0,9}$/).optional(),
  ARCHIVE_KEEP_DAYS: whole('a number of days from 1 to 3650', 1, 3_650).default(7),
  BACKUP_RETENTION_DAYS: whole('a number of days from 1 to 36500', 1, 36_500).optional(),
  DELETION_GRACE_DAYS: whole('a number of days from 0 to 365', 0, 365).default(30),
  LOG_LEVEL: z
    .enum(logLevels, { error: ({ input }) => must(`be one of ${logLevels.join(', ')}`, input) })
    .default('info'),
  INTROSPECTION: z
    .enum(['public', 'members'], { error: ({ input }) => must('be public or members', input) })
    .optional(),
  PLAYGROUND_DIR: folder.default(resolve(root, 'api/dist/playground')),
  ATRIUM_ORIGIN: origin().default('http://localhost:5173'),
  ATRIUM_SECRET: secret(),
  SMTP_URL: smtpUrl(),
  MAIL_FROM: z.string().default('Atrium <atrium@localhost>'),
};

const schema = z.object(variables);

/** Shape: paths are absolute, relative ones being meant from the repository's root. */
export type Env = z.infer<typeof schema> & { INTROSPECTION: 'public' | 'members' };

export const envNames = Object.keys(variables);

/**
 * The settings of this process. An empty variable counts as none.
 * Errors: a sentence for each variable that is wrong.
 */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
  const read = schema.safeParse(given);
  if (!read.success)
    throw new Error(read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('\n'));
  requireOrigin(read.data, given['ATRIUM_ORIGIN']);
  requireSecret(read.data);
  requireBucket(read.data);
  const named = given['ATRIUM_ORIGIN'] ? [new URL(read.data.ATRIUM_ORIGIN).hostname] : [];
  // A reverse proxy, and the web client's server, pass on the name by which they were addressed.
  const API_ALLOWED_HOSTS = [...new Set([...read.data.API_ALLOWED_HOSTS, ...named])];
  return { ...read.data, API_ALLOWED_HOSTS, INTROSPECTION: read.data.INTROSPECTION ?? usualIntrospection(read.data) };
}

/** On this machine everybody is somebody who develops. */
const usualIntrospection = (env: z.infer<typeof schema>): 'public' | 'members' =>
  isForThisMachine(env) ? 'public' : 'members';

/** Whoever signs in from another machine sends a password: by https, or through what is published on this machine only. */
function requireOrigin({ API_HOST }: z.infer<typeof schema>, origin: string | undefined): void {
  if (isLoopback(API_HOST) || isSafeOrigin(origin)) return;
  throw new Error(
    `ATRIUM_ORIGIN must be the https address of the web client, since API_HOST opens the API to the network; http is for localhost alone. API_HOST is ${JSON.stringify(API_HOST)}.`,
  );
}

function requireSecret({ API_HOST, ATRIUM_SECRET }: z.infer<typeof schema>): void {
  if (isLoopback(API_HOST) || ATRIUM_SECRET) return;
  throw new Error(
    `ATRIUM_SECRET must be set, since API_HOST opens the API to the network: 32 characters or more that nobody can guess, the same for every process. API_HOST is ${JSON.stringify(API_HOST)}.`,
  );
}

const ofBuckets = ['ARCHIVE_S3_ENDPOINT', 'ARCHIVE_S3_ACCESS_KEY_ID', 'ARCHIVE_S3_SECRET_ACCESS_KEY'] as const;

/** All of them, or none. */
function requireBucket(env: z.infer<typeof schema>): void {
  const bucket = env.ARCHIVE_S3_BUCKET;
  const missing = ofBuckets.filter((name) => !env[name]);
  const [stray] = [...ofBuckets, 'ARCHIVE_S3_PREFIX' as const].filter((name) => env[name]);
  if (bucket && missing.length > 0) {
    throw new Error(`${missing.join(', ')} must be set, since ARCHIVE_S3_BUCKET has archives kept in a bucket.`);
  }
  if (!bucket && stray) {
    throw new Error(`ARCHIVE_S3_BUCKET must be set, since ${stray} is: without it, archives are kept in a folder.`);
  }
}

/** An origin that carries passwords safely. The same rule as the web server's and the tools'; a test holds the three together. */
export function isSafeOrigin(origin: string | undefined): boolean {
  if (!origin || !URL.canParse(origin)) return false;
  return new URL(origin).protocol === 'https:' || (new URL(origin).protocol === 'http:' && isLoopback(hostOf(origin)));
}

const hostOf = (origin: string): string => new URL(origin).hostname.replace(/^\[|\]$/g, '');

/** Whether nobody but this machine reaches Atrium. A reverse proxy reaches a loopback address too: it has an origin of its own. */
export function isForThisMachine({
  API_HOST,
  ATRIUM_ORIGIN,
}: Pick<z.infer<typeof schema>, 'API_HOST' | 'ATRIUM_ORIGIN'>): boolean {
  return isLoopback(API_HOST) && isLoopback(hostOf(ATRIUM_ORIGIN));
}

/** The same rule as the web server's and the tools', who cannot import it; a test holds the three together. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'));
}

function must(expected: string, input: unknown): string {
  return `must ${expected}; it is ${JSON.stringify(input)}.`;
}

function whole(expected: string, min: number, max: number) {
  return z
    .string()
    .refine((text) => /^\d{1,9}$/.test(text) && Number(text) >= min && Number(text) <= max, {
      error: ({ input }) => must(`be ${expected}`, input),
    })
    .transform(Number);
}

function flag() {
  return z
    .enum(['1', 'true', '0', 'false'], { error: ({ input }) => must('be 1, true, 0 or false', input) })
    .transform((text) => text === '1' || text === 'true');
}

function list(expected: string, isItem: (item: string) => boolean) {
  const items = (text: string) =>
    text
      .split(',')
      .map((item) => item.trim())
      .filter(Boolean);
  return z
    .string()
    .refine((text) => items(text).every(isItem), { error: ({ input }) => must(`be ${expected}`, input) })
    .transform(items);
}

function databaseUrl() {
  return z
    .string()
    .refine(isDatabaseUrl, {
      // The value holds a password: it is not repeated.
      error:
        'must look like postgres://user:password@host:5432/database, with special characters percent-encoded; it does not.',
    })
    .optional();
}

function origin(example = 'https://crm.example') {
  return z.string().refine(isOrigin, { error: ({ input }) => must(`be an origin such as ${example}`, input) });
}

function shaped(expected: string, shape: RegExp) {
  return z.string().regex(shape, { error: ({ input }) => must(expected, input) });
}

/** Of a store. It is not repeated. */
function credential() {
  return z
    .string()
    .regex(/^[\x21-\x7e]{1,200}$/, { error: 'must have letters, digits and signs, without spaces; it has others.' })
    .optional();
}

function secret() {
  return z
    .string()
    .min(32, { error: 'must have 32 characters or more that nobody can guess; it has fewer.' })
    .optional();
}

function smtpUrl() {
  return z
    .string()
    .refine((text) => /^smtps?:\/\/./.test(text) && URL.canParse(text), {
      // The value holds a password: it is not repeated.
      error: 'must look like smtp://user:password@host:587; it does not.',
    })
    .optional();
}

function isProxy(text: string): boolean {
  try {
    trustOf([text]);
    return true;
  } catch {
    return false;
  }
}

function isOrigin(text: string): boolean {
  return /^https?:\/\//.test(text) && URL.canParse(text) && new URL(text).origin === text;
}

function isHostName(text: string): boolean {
  return URL.canParse(`http://${bracketed(text)}`) && new URL(`http://${bracketed(text)}`).hostname === bracketed(text);
}

/** As a Host header has it. */
function bracketed(name: string): string {
  return name.includes(':') && !name.startsWith('[') && !/:\d+$/.test(name.replace('::', '')) ? `[${name}]` : name;
}

function isDatabaseUrl(text: string): boolean {
  if (!/^postgres(ql)?:\/\//.test(text) || !URL.canParse(text)) return false;
  // An unencoded "/" or "#" in the password would make the rest of it a path.
  const { pathname, hash } = new URL(text);
  return !pathname.includes('@') && hash === '';
}

/** Where companies are kept as files, which owners may ask for in any case; each night where the operator has named a folder or a bucket. */
export const archiveSettings = (env: Env): ArchiveSettings => {
  const bucket = bucketSettings(env);
  return {
    folder: env.ARCHIVE_DIR ?? resolve(env.DATA_DIR, 'archives'),
    ...(bucket && { bucket }),
    keepDays: env.ARCHIVE_KEEP_DAYS,
    isNightly: env.ARCHIVE_DIR !== undefined || bucket !== null,
  };
};

function bucketSettings(env: Env): BucketSettings | null {
  if (!env.ARCHIVE_S3_BUCKET) return null;
  return {
    name: env.ARCHIVE_S3_BUCKET,
    endpoint: env.ARCHIVE_S3_ENDPOINT ?? '',
    region: env.ARCHIVE_S3_REGION,
    accessKeyId: env.ARCHIVE_S3_ACCESS_KEY_ID ?? '',
    secretAccessKey: env.ARCHIVE_S3_SECRET_ACCESS_KEY ?? '',
    prefix: env.ARCHIVE_S3_PREFIX ? `${env.ARCHIVE_S3_PREFIX}/` : '',
  };
}
