import { randomUUID } from 'node:crypto';
import { type GraphQLObjectType, getNamedType, isLeafType } from 'graphql';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { buildApiSchema } from '../schema';
import { rules, rulesOfTenant } from '../testing/access-rules';
import type { Answer } from '../testing/new-tenant';
import {
  closedApi,
  createKey,
  inTenant,
  newMember,
  newOperator,
  newPerson,
  type Person,
  sendTo,
} from '../testing/people';
import { type WalkedOperation, walkRootFields } from '../testing/schema-walk';

const reads = ['contacts:read', 'conversations:read'];
const writes = [...reads, 'contacts:write', 'conversations:write'];
const roles: Record<string, string[]> = {
  VIEWER: reads,
  MEMBER: writes,
  ADMIN: [...writes, 'tenant:admin'],
  OWNER: [...writes, 'tenant:admin', 'tenant:own'],
};

interface Caller {
  title: string;
  kind: 'nobody' | 'account' | 'key' | 'operator account';
  headers: Record<string, string>;
  permissions: string[];
}

let owner: Person;
let foreign: Person;
let callers: Caller[];

beforeAll(async () => {
  [owner, foreign] = [await newPerson('Able'), await newPerson('Baker')];
  callers = [{ title: 'nobody', kind: 'nobody', headers: {}, permissions: [] }];
  for (const [role, permissions] of Object.entries(roles)) {
    const { token } = await newMember(owner, role);
    callers.push({ title: role, kind: 'account', headers: { authorization: `Bearer ${token}` }, permissions });
  }
  const operator = await newOperator();
  const headers = { authorization: `Bearer ${operator.token}` };
  callers.push({ title: 'operator account', kind: 'operator account', headers, permissions: [] });
  for (const scope of [...writes, 'tenant:admin']) {
    const input = { tenantId: owner.tenantId, name: scope, scopes: [scope] };
    const { data } = await owner.send(createKey, { input });
    const headers = { authorization: `Bearer ${data.createApiKey.token}` };
    callers.push({ title: `key ${scope}`, kind: 'key', headers, permissions: [scope] });
  }
}, 60_000);

/** What a caller is to be told; null where they may. `tenantId`: of the header. */
function expected(rule: string, { kind, permissions }: Caller, tenantId: string | null): string | null {
  if (rule === 'anyone') return null;
  if (kind === 'nobody') return 'UNAUTHENTICATED';
  if (rule === 'somebody') return null;
  if (rule === 'account') return kind === 'key' ? 'UNAUTHENTICATED' : null;
  if (rule === 'operator') return kind === 'operator account' ? null : 'FORBIDDEN';
  if (tenantId === null) return 'TENANT_REQUIRED';
  if (tenantId !== owner.tenantId || kind === 'operator account') return 'TENANT_NOT_FOUND';
  return rule === 'tenant' || rule.split(' ').every((each) => permissions.includes(each)) ? null : 'FORBIDDEN';
}

/** The code by which the root field was refused; what is refused beneath it is another field's. Who tried too often was let in before. */
function refusalIn({ errors }: Pick<Answer<unknown>, 'errors'>): string | null {
  const code = errors?.find(({ path }) => (path?.length ?? 0) <= 1)?.extensions.code ?? null;
  return code === 'TOO_MANY_REQUESTS' ? null : code;
}

const operations = walkRootFields(buildApiSchema());
const tenants = (): [string, string | null][] => [
  ['own', owner.tenantId],
  ['other', foreign.tenantId],
  ['unknown', randomUUID()],
  ['none', null],
];

test('each root field has its rule', () => {
  expect(operations.map(({ title }) => title).sort()).toEqual(Object.keys(rules).sort());
});

const endsSession = ['mutation signOut', 'mutation signOutEverywhere'];

/** What an operator may do to whole companies is not done to the one that the other tests are about, nor to those of other files. */
const isDoneByOperator = ({ title, takesIds }: WalkedOperation, { kind }: Caller, name: string): boolean =>
  rules[title] === 'operator' &&
  title.startsWith('mutation') &&
  kind === 'operator account' &&
  !(takesIds && name === 'unknown');

test.each(
  operations
    .filter(({ kind, title }) => kind !== 'subscription' && !endsSession.includes(title))
    .map((operation) => [operation.title, operation] as const),
)('%s is answered to whoever may, and to nobody else', async (title, operation) => {
  const [rule = '', ofId] = (rules[title] ?? '').split(' of ');
  const cells: [string, string | null, string | null][] = [];
  for (const caller of callers) {
    for (const [name, tenantId] of tenants()) {
      if (isDoneByOperator(operation, caller, name)) continue;
      const answer = await sendTo(operation.document, operation.variables(tenantId ?? randomUUID()), {
        ...caller.headers,
        ...(tenantId && inTenant(tenantId)),
      });
      cells.push([`${caller.title}, ${name}`, refusalIn(answer), expectedOf(rule, ofId, caller, tenantId)]);
    }
  }

  expect(cells.filter(([, told, wanted]) => told !== wanted)).toEqual([]);
});

/** A company that an input names and the caller does not belong to is an error of the input, for programs to put right. */
function expectedOf(rule: string, ofId: string | undefined, caller: Caller, tenantId: string | null): string | null {
  if (ofId?.endsWith(' or operator') && caller.kind === 'operator account') return null;
  const code = expected(rule, caller, tenantId);
  return ofId && (code === 'TENANT_NOT_FOUND' || code === 'TENANT_REQUIRED') ? null : code;
}

test.each(
  operations.filter(({ kind }) => kind === 'subscription').map((operation) => [operation.title, operation] as const),
)('%s is delivered to whoever may, and to nobody else', async (title, operation) => {
  const cells = await Promise.all(
    callers.flatMap((caller) =>
      tenants().map(async ([name, tenantId]) => [
        `${caller.title}, ${name}`,
        await refusalOfSubscription(operation, { ...caller.headers, ...(tenantId && inTenant(tenantId)) }),
        expected(rules[title] ?? '', caller, tenantId),
      ]),
    ),
  );

  expect(cells.filter(([, told, wanted]) => told !== wanted)).toEqual([]);
});

/** Without the ids that may be left out. */
const ofAll = (document: string, variables: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(variables).filter(([name]) => !new RegExp(`\\$${name}: ID(?!!)`).test(document)));

const quietMs = 1_500;

/** Null where nothing is said against it for a while after the same socket has answered something else: a busy machine may take long to begin. */
async function refusalOfSubscription(operation: WalkedOperation, connectionParams: Record<string, string>) {
  const { url } = await closedApi();
  const client = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams,
    retryAttempts: 0,
  });
  const { document, variables } = operation;
  const events = client.iterate({
    query: document,
    variables: ofAll(document, variables(randomUUID())),
  });
  const quiet = new Promise<null>((resolve) => {
    const listen = () => setTimeout(() => resolve(null), quietMs);
    // Where the socket is closed instead, the subscription hears of that, too.
    client
      .iterate({ query: '{ __typename }' })
      .next()
      .then(listen, () => undefined);
  });
  const told = events.next().then(
    ({ value }) => refusalIn(value),
    (reason) => refusalIn({ errors: reason }),
  );
  const code = await Promise.race([told, quiet]);
  await client.dispose();
  return code;
}

const tenantType = buildApiSchema().getType('Tenant') as GraphQLObjectType;
const fieldsOfTenant = Object.values(tenantType.getFields()).filter(({ type }) => !isLeafType(getNamedType(type)));

test('each list and object of a tenant has its rule', () => {
  expect(fieldsOfTenant.map(({ name }) => name).sort()).toEqual(Object.keys(rulesOfTenant).sort());
});

test.each(Object.entries(rulesOfTenant))(
  'Tenant.%s is shown to whoever may, and to nobody else',
  async (field, rule) => {
    const selection = {
      members: '{ totalCount }',
      auditLog: '{ totalCount }',
      singleSignOn: '{ issuer }',
      stats: '{ contactCount }',
      schema: '{ name }',
    };
    const document = `{ currentTenant { ${field} ${(selection as Record<string, string>)[field] ?? '{ id }'} } }`;
    const cells: [string, string | null, string | null][] = [];
    for (const caller of callers) {
      const { errors } = await sendTo(document, {}, { ...caller.headers, ...inTenant(owner.tenantId) });
      cells.push([caller.title, errors?.[0]?.extensions.code ?? null, expected(rule, caller, owner.tenantId)]);
    }

    expect(cells.filter(([, told, wanted]) => told !== wanted)).toEqual([]);
  },
);
