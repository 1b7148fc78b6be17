import { credentials } from './calls';

// biome-ignore lint/suspicious/noExplicitAny: answers of many shapes, each read once
type Data = any;

/** Sends one operation to a tenant over HTTP. Errors: whatever the API answers as `errors`. */
export async function send(url: string, tenantId: string, query: string, variables: object = {}): Promise<Data> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Accept: 'application/json',
      'X-Tenant-Id': tenantId,
      ...credentials(),
    },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data?: Data; errors?: unknown[] };
  if (errors) throw new Error(`expected data, got ${JSON.stringify(errors)}`);
  return data;
}
