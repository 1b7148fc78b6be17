import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';

/** `%n` in the variables becomes a number that no other request of the caller has. */
export interface Call {
  query: string;
  variables: object;
}

export interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: answers of many shapes, each read once
  data: any;
  errors: { message: string; extensions: { code?: string; retryAfterMs?: number } }[];
}

const agent = new Agent({ keepAlive: true });

const tokenName = 'ATRIUM_BENCH_TOKEN';

/** Of the account that all of the bench's tenants belong to; its children have it from the environment. */
export function credentials(): Record<string, string> {
  const token = process.env[tokenName];
  return token ? { authorization: `Bearer ${token}` } : {};
}

const signUp = `mutation ($input: SignUpInput!) { signUp(input: $input) { token userErrors { message } } }`;

/** Once for a bench, at the first API that it starts. */
export async function signIn(url: string): Promise<void> {
  if (process.env[tokenName]) return;
  const input = { name: 'Bench', email: `bench-${Date.now()}@bench.example`, password: randomUUID() };
  process.env[tokenName] = (await ask(url, undefined, signUp, { input })).signUp.token;
}

/** Resolves to refusals and errors too. Errors: where no answer comes, as of a process that is killed. */
export function call(
  url: string,
  tenantId: string | undefined,
  body: string,
  withinMs = 60_000,
  as = credentials(),
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      `${url}/graphql`,
      {
        method: 'POST',
        agent,
        timeout: withinMs,
        headers: {
          'content-type': 'application/json',
          accept: 'application/json',
          'content-length': Buffer.byteLength(body),
          ...as,
          ...(tenantId ? { 'x-tenant-id': tenantId } : {}),
        },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => {
          text += part;
        });
        response.on('error', reject);
        response.on('end', () => {
          try {
            const { data, errors = [] } = JSON.parse(text) as Partial<Answer>;
            resolve({ status: response.statusCode ?? 0, data, errors });
          } catch (error) {
            reject(error);
          }
        });
      },
    );
    sent.on('timeout', () => sent.destroy(new Error('no answer in time')));
    sent.on('error', reject);
    sent.end(body);
  });
}

export const bodyOf = ({ query, variables }: Call, n: number | string = 0): string =>
  JSON.stringify({ query, variables }).replaceAll('%n', String(n));

/** Errors: whatever the API answers as `errors`. */
export async function ask(url: string, tenantId: string | undefined, query: string, variables: object = {}) {
  const { data, errors } = await call(url, tenantId, bodyOf({ query, variables }));
  if (errors.length > 0) throw new Error(`expected data, got ${JSON.stringify(errors)}`);
  return data;
}

/** What became of a caller's requests. */
export interface Tally {
  sent: number;
  /** Of those that were answered with data. Units: milliseconds. */
  latencies: number[];
  /** With TOO_MANY_REQUESTS; of these, without saying when to come again. */
  refused: number;
  refusedSilently: number;
  /** By code. */
  failed: Record<string, number>;
}

export const newTally = (): Tally => ({ sent: 0, latencies: [], refused: 0, refusedSilently: 0, failed: {} });

export const failuresOf = ({ failed }: Tally): number => Object.values(failed).reduce((sum, count) => sum + count, 0);

export async function tallied(tally: Tally, sending: Promise<Answer>): Promise<void> {
  const since = performance.now();
  tally.sent += 1;
  const fail = (code: string) => {
    tally.failed[code] = (tally.failed[code] ?? 0) + 1;
  };
  try {
    const { errors, status } = await sending;
    const [error] = errors;
    if (!error) {
      if (status === 200) tally.latencies.push(performance.now() - since);
      else fail(`HTTP ${status}`);
    } else if (error.extensions.code === 'TOO_MANY_REQUESTS') {
      tally.refused += 1;
      if (typeof error.extensions.retryAfterMs !== 'number') tally.refusedSilently += 1;
    } else fail(error.extensions.code ?? error.message);
  } catch (error) {
    fail((error as NodeJS.ErrnoException).code ?? String(error));
  }
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
