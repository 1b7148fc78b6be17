import { Client, type Dispatcher } from 'undici';
import { percentile } from '../calls';
import type { HttpRequest } from './contender';

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

/** So many connections, each with one request after the other, for a time. */
export async function drive(
  url: string,
  { connections, ms }: { connections: number; ms: number },
  next: () => HttpRequest,
): Promise<Drive> {
  const clients = Array.from(
    { length: connections },
    () => new Client(url, { pipelining: 1, keepAliveTimeout: 60_000 }),
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
    await Promise.all(clients.map((client) => client.destroy()));
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
function send(client: Client, { method, path, headers, body }: HttpRequest): Promise<undefined> {
  return new Promise((resolve, reject) => {
    let status = 0;
    const parts: Buffer[] = [];
    const handler: Dispatcher.DispatchHandler = {
      onRequestStart: () => undefined,
      onResponseStart: (_, statusCode) => {
        status = statusCode;
      },
      onResponseData: (_, part) => void parts.push(part),
      onResponseEnd: () => {
        const answer = parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts);
        if (status === 200 && !refusals.some((refusal) => answer.includes(refusal))) resolve(undefined);
        else reject(new Error(`expected an answer from ${path}, got ${status} ${answer.toString().slice(0, 500)}`));
      },
      onResponseError: (_, error) => reject(error),
    };
    client.dispatch({ method, path, headers: headers ?? null, body: body ?? null }, handler);
  });
}
