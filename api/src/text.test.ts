import { randomInt, randomUUID } from 'node:crypto';
import { buildApiSchema } from './schema';
import { rules } from './testing/access-rules';
import { naughtyStrings } from './testing/naughty-strings';
import { newTenant, send, type TestTenant } from './testing/new-tenant';
import { testApi } from './testing/test-api';
import { jsonOf, type TextPlace, walkTexts } from './testing/text-walk';

/** Each place gets each so-manieth string, another share than its neighbour. `npm run check -- text` gives all of them to all. */
const share = process.env['ALL_TEXT'] ? 1 : 16;
const mostBytesAtOnce = 150 * 1_024;
const mostAtOnce = 20;
const mostOfCompany = 80;

/** They begin long work, of which a company has three at a time. */
const beginsTask = ['exportArchive', 'importArchive', 'createSandbox', 'deleteSandbox', 'rewindPreview', 'takeOver'];
const mostTasks = 3;

/** They need a secret, a provider, a second contact or a file that the walk does not have: it is that which they find fault with, after the form. */
const needsSecret = [
  'signIn',
  'signInWithPasskey',
  'signInWithLink',
  'addPasskey',
  'enableTwoFactor',
  'disableTwoFactor',
  'renewRecoveryCodes',
  'changePassword',
  'resetPassword',
  'acceptInvitation',
  'setSingleSignOn',
  'finishSingleSignOn',
  'mergeContacts',
  'rewindContacts',
  'takeOver',
  'importArchive',
];

// biome-ignore lint/suspicious/noExplicitAny: tests read answers of many shapes; a wrong one fails the test
type Data = any;

const places = walkTexts(buildApiSchema());

/** Of all that only ask. */
let reader: TestTenant;
beforeAll(async () => {
  reader = await newTenant();
});

test('every text of the schema is walked', () => {
  expect(places.length).toBeGreaterThan(60);
  expect(naughtyStrings.length).toBeGreaterThanOrEqual(461);
});

test.each(places.map((place, index) => [place.title, place, index] as const))(
  '%s keeps any text as it came, or refuses it by its name',
  async (_title, place, index) => {
    const strings = naughtyStrings.filter((_, at) => at % share === index % share);
    const faults: string[] = [];
    // A company of its own for each few: of keys and invitations it has a hundred.
    const most = beginsTask.includes(place.field) ? mostTasks : mostOfCompany;
    for (let from = 0; from < strings.length; from += most) {
      const tenant = place.kind === 'query' ? reader : await newTenant();
      const id = await idFor(place, tenant);
      for (const batch of batchesOf(place, strings.slice(from, from + most)))
        faults.push(...(await faultsOf(place, batch, tenant, id)));
    }

    expect(faults).toEqual([]);
  },
  600_000,
);

/** What the other arguments need to be right, so that nothing but the text can be at fault. */
async function idFor({ field }: TextPlace, tenant: TestTenant): Promise<string> {
  if (['updateLabel', 'deleteLabel'].includes(field)) return newLabel(tenant);
  if (['updateCannedReply', 'deleteCannedReply'].includes(field)) return newReply(tenant);
  if (/CustomField$/.test(field) && field !== 'createCustomField') return newField(tenant);
  if (['inviteMember', 'createApiKey', 'setSingleSignOn', 'renameTenant', 'deleteTenant'].includes(field))
    return tenant.id;
  if (['finishImport', 'undoImport'].includes(field)) return newImport(tenant);
  const { id, conversationId } = await tenant.createContact();
  if (field === 'setDeliveryState') return (await tenant.sendMessage(conversationId, 'Any')).id;
  if (/^(change|cancel)ScheduledMessage$/.test(field)) return newScheduled(tenant, conversationId);
  const isOfConversation =
    ['sendMessage', 'addNote', 'saveDraft', 'scheduleMessage', 'setTyping'].includes(field) ||
    /^(?!start).*Conversation/.test(field);
  return isOfConversation ? conversationId : id;
}

async function newReply(tenant: TestTenant): Promise<string> {
  const { createCannedReply } = await tenant.query(
    'mutation { createCannedReply(input: { name: "Any", content: "Any" }) { cannedReply { id } } }',
  );
  return createCannedReply.cannedReply.id;
}

async function newScheduled(tenant: TestTenant, conversationId: string): Promise<string> {
  const input = { conversationId, content: 'Any', sendAt: new Date(Date.now() + 86_400_000) };
  const { scheduleMessage } = await tenant.query(
    'mutation ($input: ScheduleMessageInput!) { scheduleMessage(input: $input) { scheduledMessage { id } } }',
    { input },
  );
  return scheduleMessage.scheduledMessage.id;
}

async function newImport(tenant: TestTenant): Promise<string> {
  const { startImport } = await tenant.query('mutation { startImport(input: { name: "Any" }) { import { id } } }');
  return startImport.import.id;
}

async function newLabel(tenant: TestTenant): Promise<string> {
  const { createLabel } = await tenant.query('mutation { createLabel(input: { name: "Any" }) { label { id } } }');
  return createLabel.label.id;
}

async function newField(tenant: TestTenant): Promise<string> {
  const { createCustomField } = await tenant.query(
    'mutation { createCustomField(input: { name: "Any", kind: TEXT }) { customField { id } } }',
  );
  return createCustomField.customField.id;
}

function batchesOf({ type, field }: TextPlace, strings: string[]): string[][] {
  // Of these a wrong one refuses the whole operation; and what one changes, the next would change again.
  const isAlone = type === 'DateTimeISO' || type === 'Permission' || /^(update|rename)/.test(field);
  if (isAlone) return strings.map((text) => [text]);
  const batches: string[][] = [[]];
  let bytes = 0;
  for (const text of strings) {
    const size = Buffer.byteLength(JSON.stringify(text));
    if (bytes + size > mostBytesAtOnce || (batches.at(-1) ?? []).length === mostAtOnce) {
      batches.push([]);
      bytes = 0;
    }
    batches.at(-1)?.push(text);
    bytes += size;
  }
  return batches.filter((batch) => batch.length > 0);
}

/** Anybody's attempts are limited by address. */
const someAddress = () => `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`;

async function faultsOf(place: TextPlace, batch: string[], tenant: TestTenant, id: string): Promise<string[]> {
  const headers = {
    'x-tenant-id': tenant.id,
    authorization: `Bearer ${tenant.token}`,
    'x-forwarded-for': someAddress(),
  };
  const given = batch.map((text) => place.argument(text, id, `${randomUUID()}@people.example`));
  const variables = Object.fromEntries(given.map((value, index) => [`v${index}`, value]));
  const { data, errors } = await send(await testApi(), place.document(batch.length), variables, headers);
  const told = (errors ?? []).filter((error) => !isRefusalOf(place, error)).map(({ message }) => message);
  const stored = await reread(data ?? {}, tenant);
  const wrong = batch.flatMap((text, index) => {
    const payload = data?.[`a${index}`];
    const fault = payload ? (faultIn(place, text, payload) ?? faultIn(place, text, { again: stored[index] })) : null;
    return fault ? [`${JSON.stringify(text.slice(0, 60))}: ${fault}`] : [];
  });
  return [...told, ...wrong];
}

function isRefusalOf(
  { kind, path, field }: TextPlace,
  { message, extensions }: { message: string; extensions: Data },
): boolean {
  if (extensions.code === 'TOO_MANY_REQUESTS') return needsSecret.includes(field);
  if (extensions.code === 'FORBIDDEN' && rules[`${kind} ${field}`] === 'operator') return true;
  if (['FORBIDDEN', 'TENANT_NOT_FOUND'].includes(extensions.code)) return path.at(-1) === 'tenantId';
  const name = path.at(-1) ?? '';
  return extensions.code === 'BAD_USER_INPUT' && (message.includes(name) || extensions.argumentName === name);
}

function faultIn({ path, field, type }: TextPlace, text: string, payload: Data): string | null {
  const name = path.at(-1) ?? '';
  if (payload.userErrors?.length > 0) {
    const fields = payload.userErrors.map((error: Data) => error.field[0]);
    return fields.includes(path[1]) || needsSecret.includes(field) ? null : `refused for ${fields.join(', ')}`;
  }
  if (path[0] !== 'input' || type === 'ID' || needsSecret.includes(field)) return null;
  // What was written comes first; beside it may stand what has a field of the same name.
  const node = Object.values<Data>(payload).find((each) => typeof each === 'object' && each !== null && name in each);
  // Whoever gives no name is called by their address.
  if (field === 'receiveMessage' && name === 'name' && text.trim() === '') return null;
  // An address is in small letters.
  const given = name === 'slug' ? text.toLowerCase() : text;
  const [kept, wanted] = [oneOf(type, node?.[name]), wantedOf(type, given)];
  return node && canonical(kept) !== canonical(wanted) ? `became ${JSON.stringify(kept)?.slice(0, 80)}` : null;
}

/** A list of texts has the one that was given. */
const oneOf = (type: string, kept: unknown): unknown => (type === 'String' && Array.isArray(kept) ? kept[0] : kept);

/** Without the order of keys, which nobody promises. */
const canonical = (value: unknown): string =>
  JSON.stringify(typeof value === 'object' && value ? Object.entries(value).sort() : value);

/** White space around a text is no part of it. */
function wantedOf(type: string, text: string): unknown {
  if (type === 'JSONObject') return jsonOf(text);
  return type === 'String' ? text.trim() || null : text;
}

const readAgain: Record<string, (id: string) => string> = {
  contact: (id) => `contact(id: "${id}") { name email phone company position source metadata externalId }`,
  conversation: (id) => `conversation(id: "${id}") { subject }`,
  tenant: (id) => `tenant(id: "${id}") { name }`,
};

/** What the database has of each, in the order of the aliases. */
async function reread(data: Record<string, Data>, tenant: TestTenant): Promise<Data[]> {
  const questions = Object.entries(data).flatMap(([alias, payload]) => {
    const [kind, node] = Object.entries<Data>(payload ?? {}).find(([key, value]) => readAgain[key] && value?.id) ?? [];
    return kind && node ? [`${alias}: ${readAgain[kind]?.(node.id)}`] : [];
  });
  if (questions.length === 0) return [];
  const answer = await tenant.query(`{ ${questions.join('\n')} }`);
  return Object.keys(data).map((alias) => answer[alias]);
}
