import { newTenant, type TestTenant } from '../testing/new-tenant';
import { KnownReads } from './known-reads';

afterEach(() => jest.restoreAllMocks());

const contact = 'query Contact($id: ID!) { contact(id: $id) { id name } }';

const accepts = [
  undefined,
  '*/*',
  'application/json',
  'application/graphql-response+json,application/json;q=0.9',
  'application/graphql-response+json',
];

/** As a program sends it: the answer with what says how it is to be read. */
async function ask({ api, token, id }: TestTenant, body: unknown, headers: Record<string, string | undefined> = {}) {
  const given = { authorization: `Bearer ${token}`, 'x-tenant-id': id, 'content-type': 'application/json', ...headers };
  const response = await fetch(`${api.url}/graphql`, {
    method: 'POST',
    headers: Object.fromEntries(Object.entries(given).filter((entry): entry is [string, string] => Boolean(entry[1]))),
    body: JSON.stringify(body),
  });
  const text = await response.text();
  const same = [...response.headers].filter(([name]) => !['x-request-id', 'date', 'content-length'].includes(name));
  const requested = /"requested":(\d+)/.exec(text)?.[1];
  return { status: response.status, headers: same, text: text.replace(/"cost":\{.*?\}/, '"cost":{}'), requested };
}

test.each(accepts)('accepting %s, the third answer is the first one, whichever way it came', async (accept) => {
  const tenant = await newTenant();
  const ann = await tenant.createContact();
  const body = { query: `${contact} # ${accept}`, operationName: 'Contact', variables: { id: ann.id } };

  const theLongWay = jest.spyOn(KnownReads.prototype, 'remember');

  const [first, second, third] = [
    await ask(tenant, body, { accept }),
    await ask(tenant, body, { accept }),
    await ask(tenant, body, { accept }),
  ];

  expect(first?.status).toBe(200);
  expect(JSON.parse(first?.text ?? '').data.contact.id).toBe(ann.id);
  expect([second, third]).toEqual([first, first]);
  expect(theLongWay).toHaveBeenCalledTimes(1);
});

test('a question that is known is asked for each company and person anew', async () => {
  const [alpha, beta] = [await newTenant(), await newTenant()];
  const ann = await alpha.createContact();
  const body = { query: contact, variables: { id: ann.id } };
  for (let n = 0; n < 3; n += 1) await ask(alpha, body);

  const foreign = await ask(beta, body);
  const nobody = await ask(alpha, body, { authorization: 'Bearer nobody' });
  const other = await ask(alpha, body, { 'x-tenant-id': beta.id });

  expect(JSON.parse(foreign.text).data).toEqual({ contact: null });
  expect(JSON.parse(nobody.text).errors[0].extensions.code).toBe('UNAUTHENTICATED');
  expect(JSON.parse(other.text).errors[0].extensions.code).toBe('TENANT_NOT_FOUND');
});

test.each([
  ['variables of another type', { variables: { id: { not: 'an id' } } }, 'BAD_USER_INPUT'],
  ['no variables', {}, 'BAD_USER_INPUT'],
  ['variables that are a list', { variables: [1] }, 'BAD_REQUEST'],
  ['another operation’s name', { operationName: 'Other', variables: { id: 'x' } }, 'OPERATION_RESOLUTION_FAILURE'],
])('a question that is known is refused with %s', async (_what, parts, code) => {
  const tenant = await newTenant();
  const ann = await tenant.createContact();
  const known = { query: contact, variables: { id: ann.id } };
  const before = await ask(tenant, { query: `${contact} # not known yet ${_what}`, ...parts });
  for (let n = 0; n < 3; n += 1) await ask(tenant, known);

  const answer = await ask(tenant, { query: contact, ...parts });

  expect(JSON.parse(answer.text).errors[0].extensions.code).toBe(code);
  expect({ ...answer, text: '' }).toEqual({ ...before, text: '' });
});

test('what is answered the short way costs and is counted as ever', async () => {
  const tenant = await newTenant();
  const ann = await tenant.createContact();
  const costs: unknown[] = [];
  const counted = async () =>
    Number(
      /atrium_graphql_operation_duration_seconds_count\{operation="query",outcome="ok"\} (\d+)/.exec(
        await (await fetch(`${tenant.api.url}/metrics`)).text(),
      )?.[1] ?? 0,
    );
  const before = await counted();

  for (let n = 0; n < 4; n += 1) {
    costs.push((await ask(tenant, { query: contact, variables: { id: ann.id } })).requested);
  }

  expect(costs).toEqual(['1', '1', '1', '1']);
  expect((await counted()) - before).toBeGreaterThanOrEqual(4);
});
