/** A request that an attacker tries first, and that is refused whoever sends it. */
export interface Probe {
  name: string;
  method?: 'GET' | 'POST';
  /** Behind the endpoint's address. */
  query?: string;
  contentType?: string;
  body?: string;
}

const times = (count: number, part: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => part(index)).join(' ');

const json = (query: string): string => JSON.stringify({ query });

const cycle = (depth: number): string =>
  `{ contacts { nodes { ${'conversations { nodes { contact { '.repeat(depth)} id ${'} } } '.repeat(depth)} } } }`;

const bomb = (levels: number): string =>
  times(levels, (level) => `fragment F${level} on Viewer { ...F${level + 1} ...F${level + 1} }`);

export const probes: readonly Probe[] = [
  { name: 'a hundred aliases of one field', body: json(`{ viewer { ${times(101, (i) => `a${i}: id`)} } }`) },
  { name: 'a hundred aliases at the root', body: json(`{ ${times(101, (i) => `a${i}: viewer { id }`)} }`) },
  {
    name: 'a hundred sign-ins in one',
    body: json(
      `mutation { ${times(100, (i) => `a${i}: signIn(input: { email: "ann@example.com", password: "${i}" }) { token }`)} }`,
    ),
  },
  {
    name: 'a batch in an array',
    body: JSON.stringify(Array.from({ length: 10 }, () => ({ query: '{ viewer { id } }' }))),
  },
  { name: 'unknown directives', body: json(`{ viewer { id ${times(500, () => '@aa')} } }`) },
  { name: 'a directive again and again', body: json(`{ viewer { id ${times(300, () => '@include(if: true)')} } }`) },
  { name: 'a field thousands of times', body: json(`{ viewer { ${times(3_000, () => 'id')} } }`) },
  { name: 'unknown fields by the hundred', body: json(`{ ${times(900, (i) => `nosuch${i}`)} }`) },
  { name: 'deep', body: json(cycle(5)) },
  { name: 'very deep', body: json(cycle(200)) },
  { name: 'a selection nested past any parser', body: json(`${'{a'.repeat(20_000)}${'}'.repeat(20_000)}`) },
  { name: 'a list nested past any parser', body: json(`{ a(b: ${'['.repeat(50_000)}${']'.repeat(50_000)}) }`) },
  { name: 'wide', body: json('{ contacts(first: 100) { nodes { conversations(first: 100) { nodes { id } } } } }') },
  { name: 'a fragment bomb', body: json(`{ viewer { ...F0 } } ${bomb(40)} fragment F40 on Viewer { id }`) },
  {
    name: 'a fragment that spreads itself',
    body: json('{ viewer { ...A } } fragment A on Viewer { ...B } fragment B on Viewer { ...A }'),
  },
  {
    name: 'hundreds of unused fragments',
    body: json(`{ viewer { id } } ${times(250, (i) => `fragment F${i} on Viewer { id }`)}`),
  },
  { name: 'hundreds of variables', body: json(`query (${times(400, (i) => `$v${i}: Int`)}) { viewer { id } }`) },
  { name: 'hundreds of operations', body: json(times(300, (i) => `query Q${i} { viewer { id } }`)) },
  {
    name: 'the schema, in circles',
    body: json(`{ __schema { types { ${'fields { type { '.repeat(12)} name ${'} } '.repeat(12)} } } }`),
  },
  { name: 'the schema, many times', body: json(`{ ${times(20, (i) => `s${i}: __schema { types { name } }`)} }`) },
  { name: 'a mutation by GET', method: 'GET', query: '?query=mutation%7BsignOut%7BuserErrors%7Bcode%7D%7D%7D' },
  {
    name: 'a form from another site',
    contentType: 'application/x-www-form-urlencoded',
    body: 'query=%7Bviewer%7Bid%7D%7D',
  },
  { name: 'text from another site', contentType: 'text/plain', body: json('{ viewer { id } }') },
  {
    name: 'an upload',
    contentType: 'multipart/form-data; boundary=x',
    body: '--x\r\ncontent-disposition: form-data; name="query"\r\n\r\n{viewer{id}}\r\n--x--',
  },
  { name: 'half of a body', body: '{"query":"{ viewer { id ' },
  { name: 'no query', body: '{}' },
  { name: 'a number for a query', body: '{"query":1}' },
  { name: 'null', body: 'null' },
  {
    name: 'JSON nested past any parser',
    body: `{"query":"{viewer{id}}","variables":${'{"a":'.repeat(30_000)}1`,
  },
  { name: 'more than may be sent', body: json(`{ viewer { id } } #${'x'.repeat(300 * 1_024)}`) },
  { name: 'a key of Object.prototype', body: '{"__proto__":{"query":"{viewer{id}}"}}' },
];

/** As somebody who has signed in, if at all: a probe is refused for what it is. */
export function sendProbe(
  url: string,
  { method = 'POST', query = '', contentType = 'application/json', body }: Probe,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(`${url}/graphql${query}`, {
    method,
    headers: {
      accept: 'application/graphql-response+json',
      ...(body !== undefined && { 'content-type': contentType }),
      ...headers,
    },
    ...(body !== undefined && { body }),
  });
}
