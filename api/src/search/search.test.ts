import { mutate } from '../testing/desk';
import { newTenant, type TestTenant } from '../testing/new-tenant';

const document = `query ($text: String!, $first: Int) {
  search(text: $text, first: $first) {
    __typename
    ... on ContactHit { contact { id name } }
    ... on ConversationHit { conversation { id subject contact { name } } snippet { text marks { start end } } }
    ... on MessageHit { message { id content isNote conversation { id } } snippet { text marks { start end } } }
  }
}`;

// biome-ignore lint/suspicious/noExplicitAny: tests read answers of many shapes; a wrong one fails the test
type Hit = any;

const search = async (tenant: TestTenant, text: string, first?: number): Promise<Hit[]> =>
  (await tenant.query(document, { text, ...(first !== undefined && { first }) })).search;

/** What was found, in short: a contact's name, a conversation's subject or a message's content. */
const found = async (tenant: TestTenant, text: string, first?: number): Promise<string[]> =>
  (await search(tenant, text, first)).map(
    ({ contact, conversation, message }) => contact?.name ?? conversation?.subject ?? message.content,
  );

const marked = ({ snippet: { text, marks } }: Hit): string[] =>
  marks.map(({ start, end }: { start: number; end: number }) => text.slice(start, end));

async function newThread(
  tenant: TestTenant,
  contact: object,
  subject: string | null,
  ...contents: string[]
): Promise<string> {
  const { id: contactId } = await tenant.createContact({ ...contact });
  const { conversation } = await mutate(tenant, 'startConversation', { contactId, subject }, 'conversation { id }');
  for (const content of contents) await tenant.sendMessage(conversation.id, content);
  return conversation.id;
}

test.each([
  ['a word', 'boiler', ['The boiler is cold']],
  ['part of a word, from within', 'oile', ['The boiler is cold']],
  ['two words in another order', 'cold boiler', ['The boiler is cold']],
  ['nothing where one of the words is missing', 'boiler warm', []],
  ['any case, umlauts included', 'ÜBERPRÜFT', ['Heizung überprüft']],
  ['two letters that stand alone', 'är', ['Wärmepumpe']],
  ['a letter that is ASCII in lower case only (Kelvin)', 'kelvin', ['Is 300 \u212aelvin warm?']],
  ['a letter that gets longer in lower case', '\u0130ZMIR', ['Sent to \u0130zmir']],
  ['words without a letter of ASCII', 'ΨΥΧΡΟ', ['Το νερό είναι ψυχρό, λέει: ψυχρο']],
  ['a word beside a short one', 'is boiler', ['The boiler is cold']],
  ['many words', 'the boiler is cold the boiler col old boi', ['The boiler is cold']],
  ['a percent sign, literally', '100%', ['Now at 100% power']],
  ['an underscore, literally', 'part_no', ['See part_no 7']],
  ['what would be a pattern, literally', '(7|8)*', ['Is it (7|8)*?']],
  ['a quote, literally', "' or 1=1 --", []],
  ['nothing for white space', '  ', []],
])('a search finds %s (%s)', async (_what, text, expected) => {
  const tenant = await newTenant();
  await newThread(
    tenant,
    { name: 'Ann' },
    'Wärmepumpe',
    'The boiler is cold',
    'Heizung überprüft',
    'Now at 100% power',
    'Is 300 \u212aelvin warm?',
    'Sent to \u0130zmir',
    'Το νερό είναι ψυχρό, λέει: ψυχρο',
  );
  await newThread(tenant, { name: 'Bob' }, null, 'See part_no 7', 'Is it (7|8)*?');

  expect(await found(tenant, text)).toEqual(expected);
});

test('contacts, subjects and messages take turns, words that begin with it before parts, newest first', async () => {
  const tenant = await newTenant();
  const inSecond = await newThread(tenant, { name: 'Old Pump', email: 'one@contact.example' }, 'Heatpump', 'old pump');
  await newThread(tenant, { name: 'Pump Street', email: 'two@contact.example' }, 'Pump broken', 'Sumpumps', 'new pump');

  const hits = await search(tenant, 'pump');

  expect(hits.map(({ __typename }) => __typename)).toEqual([
    'ContactHit',
    'ConversationHit',
    'MessageHit',
    'ContactHit',
    'MessageHit',
    'ConversationHit',
    'MessageHit',
  ]);
  expect(await found(tenant, 'pump')).toEqual([
    'Pump Street',
    'Pump broken',
    'new pump',
    'Old Pump',
    'old pump',
    'Heatpump',
    'Sumpumps',
  ]);
  expect(hits[4].message.conversation.id).toBe(inSecond);
  expect(await found(tenant, 'pump', 2)).toEqual(['Pump Street', 'Pump broken']);
  expect(await found(tenant, 'pump', 0)).toEqual([]);
});

test('hits are marked in UTF-16 units, behind emoji and letters that get longer too', async () => {
  const tenant = await newTenant();
  const long = `${'👩‍👧 İzmir '.repeat(40)}the Boiler hums; the BOILER stops ${'and so on '.repeat(40)}`;
  await newThread(tenant, { name: 'Ann' }, '👋🏽 Boiler, boilers', long);

  const [ofSubject, ofMessage] = await search(tenant, 'boiler the');
  const [short] = await search(tenant, 'boiler');

  expect(ofMessage).toBeUndefined();
  expect(marked(ofSubject)).toEqual(['the', 'Boiler', 'the', 'BOILER']);
  expect(ofSubject.snippet.text).toMatch(/^….*hums.*…$/);
  expect(ofSubject.snippet.text.length).toBeLessThanOrEqual(162);
  expect(ofSubject.snippet.text.isWellFormed()).toBe(true);
  expect(short.snippet.text).toBe('👋🏽 Boiler, boilers');
  expect(marked(short)).toEqual(['Boiler', 'boiler']);
});

test('notes are found, and told apart; what the system says is not', async () => {
  const tenant = await newTenant();
  const conversationId = await newThread(tenant, { name: 'Ann' }, null);
  await mutate(tenant, 'addNote', { conversationId, content: 'Pays late, closed deals only' }, 'message { id }');
  await mutate(tenant, 'closeConversation', { id: conversationId }, '__typename');

  const hits = await search(tenant, 'closed');

  expect(hits.map(({ message }) => [message.content, message.isNote])).toEqual([
    ['Pays late, closed deals only', true],
  ]);
});

test('nothing of other tenants and of deleted contacts is found, and what is restored is found again', async () => {
  const [tenant, stranger] = [await newTenant(), await newTenant()];
  const { id } = await tenant.createContact({ name: 'Ann Quokka' });
  const input = { contactId: id, subject: 'Quokka house' };
  const { conversation } = await mutate(tenant, 'startConversation', input, 'conversation { id }');
  await tenant.sendMessage(conversation.id, 'Quokka food');
  const all = ['Ann Quokka', 'Quokka house', 'Quokka food'];

  expect(await found(stranger, 'quokka')).toEqual([]);
  expect(await found(tenant, 'quokka')).toEqual(all);
  await mutate(tenant, 'deleteContact', { id }, '__typename');
  expect(await found(tenant, 'quokka')).toEqual([]);
  await mutate(tenant, 'restoreContact', { id }, '__typename');
  expect(await found(tenant, 'quokka')).toEqual(all);
});

test('a conversation is found by its subject as it is now', async () => {
  const tenant = await newTenant();
  const id = await newThread(tenant, { name: 'Ann' }, 'Old words');
  const rename = (subject: string | null) => mutate(tenant, 'renameConversation', { id, subject }, '__typename');

  await rename('New words');
  const renamed = [await found(tenant, 'old words'), await found(tenant, 'new words')];
  await rename(null);

  expect(renamed).toEqual([[], ['New words']]);
  expect(await found(tenant, 'words')).toEqual([]);
});

test.each([
  ['text', { text: 'a\0b' }],
  ['text', { text: 'half \ud83d' }],
  ['text', { text: 'x'.repeat(201) }],
  ['first', { text: 'x', first: 51 }],
  ['first', { text: 'x', first: -1 }],
])('a search whose %s cannot be done is refused by name', async (argumentName, variables) => {
  const tenant = await newTenant();

  const { errors } = await tenant.send(document, variables);

  expect(errors).toEqual([
    expect.objectContaining({ extensions: expect.objectContaining({ code: 'BAD_USER_INPUT', argumentName }) }),
  ]);
});
