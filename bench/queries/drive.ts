import { percentile } from '../calls';
import type { HttpRequest } from './contender';
import { HttpConnection } from './http-connection';

/** Units: milliseconds, except for throughput. */
export interface Drive {
  requests: number;
  perSecond: number;
  p50: number;
  p99: number;
  /** Answers that were none; the others alone are counted above. */
  failed: number;
  failure?: string;
}

/** So many connections, each with one request after the other, for a time. They are divided over the addresses. */
export async function drive(
  urls: readonly string[],
  { connections, ms }: { connections: number; ms: number },
  next: () => HttpRequest,
): Promise<Drive> {
  const clients = Array.from(
    { length: connections },
    (_, i) => new HttpConnection(new URL(urls[i % urls.length] as string)),
  );
  const latencies: number[] = [];
  const failures: string[] = [];
  const startedAt = performance.now();
  const until = startedAt + ms;
  try {
    await Promise.all(
      clients.map(async (client) => {
        for (let now = startedAt; now < until; ) {
          const since = performance.now();
          const failure = await send(client, next()).catch(String);
          now = performance.now();
          if (failure === undefined) latencies.push(now - since);
          else failures.push(failure);
        }
      }),
    );
  } finally {
    for (const client of clients) client.close();
  }
  const elapsedMs = performance.now() - startedAt;
  return {
    requests: latencies.length,
    perSecond: (latencies.length / elapsedMs) * 1_000,
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
    failed: failures.length,
    ...(failures[0] !== undefined && { failure: failures[0] }),
  };
}

/** What GraphQL answers instead of data, and Atrium instead of having written. */
const refusals = ['"errors":[', '"userErrors":[{'];

/** Without parsing: it would be the client's work, on the same cores. */
async function send(client: HttpConnection, request: HttpRequest): Promise<undefined> {
  const { status, text } = await client.ask(request);
  if (status !== 200 || refusals.some((refusal) => text.includes(refusal)))
    throw new Error(`expected an answer from ${request.path}, got ${text.toString().slice(0, 800)}`);
}
