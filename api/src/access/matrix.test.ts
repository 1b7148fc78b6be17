import { randomUUID } from 'node:crypto';
import { type GraphQLObjectType, getNamedType, isLeafType } from 'graphql';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { buildApiSchema } from '../schema';
import type { Answer } from '../testing/new-tenant';
import { closedApi, createKey, inTenant, newMember, newPerson, type Person, sendTo } from '../testing/people';
import { type WalkedOperation, walkRootFields } from '../testing/schema-walk';

/**
 * What each root field takes. `anyone`; `somebody`: whoever has signed in, keys included; `account`: a person;
 * or a permission: in the tenant that the request names, or, with `of id`, in the one that the input names.
 */
const rules: Record<string, string> = {
  'query viewer': 'anyone',
  'query tenant': 'anyone',
  'query tenantSlug': 'anyone',
  'query tenants': 'somebody',
  'query currentTenant': 'tenant',
  'query contact': 'contacts:read',
  'query contacts': 'contacts:read',
  'query contactByExternalId': 'contacts:read',
  'query deletedContacts': 'contacts:read',
  'query contactFacets': 'contacts:read',
  'query contactViews': 'contacts:read',
  'query customFields': 'contacts:read',
  'query deletedCustomFields': 'contacts:read',
  'query import': 'contacts:read',
  'query imports': 'contacts:read',
  'query conversation': 'conversations:read',
  'query conversations': 'conversations:read',
  'query conversationByExternalId': 'conversations:read',
  'query messageByExternalId': 'conversations:read',
  'query labels': 'conversations:read',
  'query deskRules': 'conversations:read',
  'query cannedReplies': 'conversations:read',
  'query savedViews': 'conversations:read',
  'query duplicates': 'contacts:read',
  'query erasures': 'tenant:admin',
  'query inboxCounts': 'conversations:read',
  'query search': 'contacts:read conversations:read',
  'query events': 'conversations:read',
  'query notifications': 'conversations:read',
  'query unreadNotificationCount': 'conversations:read',
  'query notificationSettings': 'conversations:read',
  'mutation signUp': 'anyone',
  'mutation signIn': 'anyone',
  'mutation signInWithLink': 'anyone',
  'mutation requestPasswordReset': 'anyone',
  'mutation resetPassword': 'anyone',
  'mutation beginSingleSignOn': 'anyone',
  'mutation finishSingleSignOn': 'anyone',
  'mutation setSingleSignOn': 'tenant:own of id',
  'mutation removeSingleSignOn': 'tenant:own of id',
  'mutation signOut': 'account',
  'mutation signOutEverywhere': 'account',
  'mutation revokeSession': 'account',
  'mutation updateProfile': 'account',
  'mutation changePassword': 'account',
  'mutation beginTwoFactor': 'account',
  'mutation enableTwoFactor': 'account',
  'mutation disableTwoFactor': 'account',
  'mutation renewRecoveryCodes': 'account',
  'mutation beginPasskey': 'account',
  'mutation addPasskey': 'account',
  'mutation removePasskey': 'account',
  'mutation beginPasskeySignIn': 'anyone',
  'mutation signInWithPasskey': 'anyone',
  'mutation acceptInvitation': 'account',
  'mutation createTenant': 'account',
  'mutation inviteMember': 'tenant:own of id',
  // A key gives nothing that its maker does not have; the walk asks for one that reads contacts.
  'mutation createApiKey': 'tenant:admin contacts:read of id',
  // The ids that the walk gives belong to nothing: whoever has signed in is told so, whatever they may do.
  'mutation revokeInvitation': 'somebody',
  'mutation changeMemberRole': 'somebody',
  'mutation removeMember': 'somebody',
  'mutation revokeApiKey': 'somebody',
  'mutation createContact': 'contacts:write',
  'mutation findOrCreateContact': 'contacts:write',
  'mutation updateContact': 'contacts:write',
  'mutation deleteContact': 'contacts:write',
  'mutation setContactLabels': 'contacts:write',
  'mutation addContactNote': 'contacts:write',
  'mutation deleteContactNote': 'contacts:write',
  'mutation mergeContacts': 'contacts:write',
  'mutation undoMerge': 'contacts:write',
  'mutation dismissDuplicate': 'contacts:write',
  'mutation eraseContact': 'tenant:admin',
  'mutation restoreContact': 'contacts:write',
  'mutation changeContacts': 'contacts:write',
  'mutation saveContactView': 'contacts:write',
  'mutation deleteContactView': 'contacts:write',
  'mutation createCustomField': 'tenant:admin',
  'mutation updateCustomField': 'tenant:admin',
  'mutation moveCustomField': 'tenant:admin',
  'mutation deleteCustomField': 'tenant:admin',
  'mutation restoreCustomField': 'tenant:admin',
  'mutation purgeCustomField': 'tenant:admin',
  'mutation startImport': 'contacts:write',
  'mutation importContacts': 'contacts:write',
  'mutation finishImport': 'contacts:write',
  'mutation undoImport': 'contacts:write',
  'mutation startConversation': 'conversations:write',
  'mutation closeConversation': 'conversations:write',
  'mutation reopenConversation': 'conversations:write',
  'mutation snoozeConversation': 'conversations:write',
  'mutation sendMessage': 'conversations:write',
  'mutation setDeliveryState': 'conversations:write',
  'mutation assignConversation': 'conversations:write',
  'mutation renameConversation': 'conversations:write',
  'mutation setConversationPriority': 'conversations:write',
  'mutation setConversationLabels': 'conversations:write',
  'mutation markConversationRead': 'conversations:read',
  'mutation markConversationUnread': 'conversations:read',
  'mutation addNote': 'conversations:write',
  'mutation setDeskRules': 'tenant:admin',
  'mutation changeConversations': 'conversations:write',
  'mutation saveDraft': 'conversations:write',
  'mutation scheduleMessage': 'conversations:write',
  'mutation changeScheduledMessage': 'conversations:write',
  'mutation cancelScheduledMessage': 'conversations:write',
  'mutation setTyping': 'conversations:write',
  'mutation markNotificationsRead': 'conversations:read',
  'mutation updateNotificationSettings': 'conversations:read',
  'mutation createCannedReply': 'conversations:write',
  'mutation updateCannedReply': 'conversations:write',
  'mutation deleteCannedReply': 'conversations:write',
  'mutation saveView': 'conversations:write',
  'mutation deleteView': 'conversations:write',
  'mutation createLabel': 'conversations:write',
  'mutation updateLabel': 'conversations:write',
  'mutation deleteLabel': 'tenant:admin',
  'subscription contactChanged': 'contacts:read',
  'subscription contactDeleted': 'contacts:read',
  'subscription conversationChanged': 'conversations:read',
  'subscription messageSent': 'conversations:read',
  'subscription notificationAdded': 'conversations:read',
  'subscription notificationsRead': 'conversations:read',
  'subscription presence': 'conversations:read',
  'subscription tenantEvents': 'conversations:read',
};

/** The same of what hangs on a tenant. */
const rulesOfTenant: Record<string, string> = {
  members: 'tenant',
  invitations: 'tenant:admin',
  apiKeys: 'tenant:admin',
  auditLog: 'tenant:admin',
  singleSignOn: 'tenant:admin',
  stats: 'conversations:read',
  schema: 'conversations:read',
};

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
  kind: 'nobody' | 'account' | 'key';
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
  if (rule === 'account') return kind === 'account' ? null : 'UNAUTHENTICATED';
  if (tenantId === null) return 'TENANT_REQUIRED';
  if (tenantId !== owner.tenantId) return 'TENANT_NOT_FOUND';
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

test.each(
  operations
    .filter(({ kind, title }) => kind !== 'subscription' && !endsSession.includes(title))
    .map((operation) => [operation.title, operation] as const),
)('%s is answered to whoever may, and to nobody else', async (title, operation) => {
  const [rule = '', ofId] = (rules[title] ?? '').split(' of ');
  const cells: [string, string | null, string | null][] = [];
  for (const caller of callers) {
    for (const [name, tenantId] of tenants()) {
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
