export interface Request {
  query: string;
  variables: Record<string, unknown>;
}

interface Target {
  url: string;
  /** Id or slug. */
  tenant: string;
}

/** The operation, with its variables as a comment over it: what GraphQL tools take as it is. */
function graphqlOf({ query, variables }: Request): string {
  if (Object.keys(variables).length === 0) return `${query}\n`;
  const shown = `Variables: ${JSON.stringify(variables, null, 2)}`.replace(/^/gm, '# ');
  return `${shown}\n${query}\n`;
}

/** A command for a POSIX shell. It is handed on, so that it never holds a key that opens anything. */
function curlOf(request: Request, { url, tenant }: Target): string {
  const headers = ['Content-Type: application/json', `X-Tenant-Id: ${tenant}`, 'Authorization: Bearer atrium_key_…'];
  return [
    `curl -s ${quoted(url)}`,
    ...headers.map((header) => `-H ${quoted(header)}`),
    `-d ${quoted(JSON.stringify(request))}`,
  ].join(' \\\n  ');
}

/** Within single quotes a shell reads nothing but their end. */
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

export const wordings = { graphql: graphqlOf, curl: curlOf };
