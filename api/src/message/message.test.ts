import { randomUUID } from 'node:crypto';
import { newTenant, type TestTenant } from '../testing/new-tenant';

const sendInput = async (tenant: TestTenant, input: object) =>
  (
    await tenant.query(
      `mutation ($input: SendMessageInput!) {
         sendMessage(input: $input) {
           message { id number content senderType senderId } conversation { id status messageCount } userErrors { code field message }
         }
       }`,
      { input },
    )
  ).sendMessage;

interface Thread {
  numbers: number[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
}

async function thread(tenant: TestTenant, id: string, variables: object = {}): Promise<Thread> {
  const { conversation } = await tenant.query(
    `query ($id: ID!, $first: Int, $after: String, $last: Int, $before: String, $afterNumber: Int) {
       conversation(id: $id) {
         messages(first: $first, after: $after, last: $last, before: $before, afterNumber: $afterNumber) {
           nodes { number } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
         }
       }
     }`,
    { id, ...variables },
  );
  const { nodes, pageInfo } = conversation.messages;
  return { numbers: nodes.map(({ number }: { number: number }) => number), pageInfo };
}

test.each(['USER', 'CONTACT', 'SYSTEM'])('a message is sent as %s and read back', async (senderType) => {
  const tenant = await newTenant();
  const { conversationId } = await tenant.createContact();

  const { message, conversation, userErrors } = await sendInput(tenant, {
    conversationId,
    content: ' Two lines:\n one  and  two ',
    senderType,
    senderId: 'gateway-7',
  });

  expect(userErrors).toEqual([]);
  expect(message).toMatchObject({ number: 1, senderType, senderId: 'gateway-7' });
  expect(message.content.trim()).toBe('Two lines:\n one  and  two');
  expect(conversation).toEqual({ id: conversationId, status: 'ACTIVE', messageCount: 1 });
});

test.each([
  ['nothing', '', 'REQUIRED'],
  ['blanks', ' \n\t ', 'REQUIRED'],
  ['10,001 characters', 'x'.repeat(10_001), 'TOO_LONG'],
  ['NUL', 'a\0b', 'INVALID'],
  ['half a surrogate pair', 'a\udc00b', 'INVALID'],
])('%s as content is refused, and nothing is stored', async (_what, content, code) => {
  const tenant = await newTenant();
  const { conversationId } = await tenant.createContact();

  const { message, userErrors } = await sendInput(tenant, { conversationId, content });

  expect(message).toBeNull();
  expect(userErrors).toEqual([{ code, field: ['content'], message: expect.stringMatching(/^Content .*\.$/) }]);
  expect((await thread(tenant, conversationId)).numbers).toEqual([]);
});

test('10,000 characters are a message, markup included as it is', async () => {
  const tenant = await newTenant();
  const { conversationId } = await tenant.createContact();
  const content = `<script>alert(1)</script>${'🙂'.repeat(9_975)}`;

  expect((await sendInput(tenant, { conversationId, content })).message.content).toBe(content);
});

test.each([randomUUID(), 'no-uuid'])('a message to an unknown conversation is refused', async (conversationId) => {
  const tenant = await newTenant();

  const { userErrors } = await sendInput(tenant, { conversationId, content: 'Hello' });

  expect(userErrors).toEqual([expect.objectContaining({ code: 'NOT_FOUND', field: ['conversationId'] })]);
});

test('a contact’s message reopens what is closed or snoozed; a user’s does not', async () => {
  const tenant = await newTenant();
  for (const mutation of [
    'closeConversation(input: { id: $id })',
    'snoozeConversation(input: { id: $id, until: $until })',
  ]) {
    const { conversationId } = await tenant.createContact();
    const until = new Date(Date.now() + 3_600_000).toISOString();
    const used = mutation.includes('$until') ? ', $until: DateTimeISO!' : '';
    await tenant.query(`mutation ($id: ID!${used}) { ${mutation} { userErrors { message } } }`, {
      id: conversationId,
      ...(used && { until }),
    });

    const byUser = await sendInput(tenant, { conversationId, content: 'For the record' });
    expect(byUser.conversation.status).not.toBe('ACTIVE');
    const byContact = await sendInput(tenant, { conversationId, content: 'Hello?', senderType: 'CONTACT' });
    expect(byContact.conversation.status).toBe('ACTIVE');
  }
});

test('a reply that is to reopens what is closed, once however often it is sent, and says so before it', async () => {
  const tenant = await newTenant();
  const { conversationId } = await tenant.createContact();
  await tenant.sendMessage(conversationId, 'Thanks', { senderType: 'CONTACT' });
  const close = 'mutation ($id: ID!) { closeConversation(input: { id: $id }) { userErrors { code } } }';
  await tenant.query(close, { id: conversationId });
  const input = {
    conversationId,
    content: 'One more thing',
    reopens: true,
    expectedNumber: 2,
    idempotencyKey: randomUUID(),
  };

  const sent = await sendInput(tenant, input);
  const again = await sendInput(tenant, input);
  const open = await sendInput(tenant, { conversationId, content: 'And another', reopens: true });

  const { conversation } = await tenant.query(
    'query ($id: ID!) { conversation(id: $id) { status waitingSince messages { nodes { content senderType } } } }',
    { id: conversationId },
  );
  expect([sent, again, open].map((each) => each.conversation.status)).toEqual(['ACTIVE', 'ACTIVE', 'ACTIVE']);
  expect(conversation).toMatchObject({ status: 'ACTIVE', waitingSince: null });
  expect(conversation.messages.nodes.slice(1)).toEqual([
    { content: 'Conversation closed', senderType: 'SYSTEM' },
    { content: 'Conversation reopened', senderType: 'SYSTEM' },
    { content: 'One more thing', senderType: 'USER' },
    { content: 'And another', senderType: 'USER' },
  ]);
});

test('fifty messages sent at once are numbered without gaps', async () => {
  const tenant = await newTenant();
  const { conversationId } = await tenant.createContact();

  const sent = await Promise.all(
    Array.from({ length: 50 }, (_, i) => tenant.sendMessage(conversationId, `Number ${i}`)),
  );

  expect(sent.map(({ number }) => number).sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
});

test('a thread is read chronologically, in pages from either end', async () => {
  const tenant = await newTenant();
  const { conversationId: id } = await tenant.createContact();
  for (let i = 1; i <= 7; i += 1) await tenant.sendMessage(id, `Number ${i}`);

  const newest = await thread(tenant, id, { last: 3 });
  expect(newest.numbers).toEqual([5, 6, 7]);
  expect(newest.pageInfo).toMatchObject({ hasPreviousPage: true, hasNextPage: false });
  const older = await thread(tenant, id, { last: 3, before: newest.pageInfo.startCursor });
  expect(older.numbers).toEqual([2, 3, 4]);

  const oldest = await thread(tenant, id, { first: 3 });
  expect(oldest.numbers).toEqual([1, 2, 3]);
  const newer = await thread(tenant, id, { first: 3, after: oldest.pageInfo.endCursor });
  expect(newer.numbers).toEqual([4, 5, 6]);
  expect((await thread(tenant, id, { first: 10, afterNumber: 5 })).numbers).toEqual([6, 7]);
  expect((await thread(tenant, id)).numbers).toEqual([1, 2, 3, 4, 5, 6, 7]);
});

test('the same key sends one message, however often and at once; another input under it is refused', async () => {
  const tenant = await newTenant();
  const { conversationId } = await tenant.createContact();
  const input = { conversationId, content: 'Only once', idempotencyKey: randomUUID() };

  const answers = await Promise.all(Array.from({ length: 10 }, () => sendInput(tenant, input)));
  const other = await sendInput(tenant, { ...input, content: 'Something else' });

  expect(new Set(answers.map(({ message }) => message?.id)).size).toBe(1);
  expect(other.message).toBeNull();
  expect(other.userErrors).toEqual([expect.objectContaining({ code: 'CONFLICT', field: ['idempotencyKey'] })]);
  expect((await thread(tenant, conversationId)).numbers).toEqual([1]);
});

test('the last words are a person’s, and a thread is reopened before the message that reopens it', async () => {
  const tenant = await newTenant();
  const { conversationId: id } = await tenant.createContact();
  await tenant.query('mutation ($id: ID!) { closeConversation(input: { id: $id }) { conversation { id } } }', { id });
  const before = await tenant.query('query ($id: ID!) { conversation(id: $id) { lastMessage { content } } }', { id });
  await tenant.sendMessage(id, 'Still there?', { senderType: 'CONTACT' });
  await tenant.query('mutation ($id: ID!) { closeConversation(input: { id: $id }) { conversation { id } } }', { id });

  const { conversation } = await tenant.query(
    `query ($id: ID!) { conversation(id: $id) {
       lastMessage { content } newest: lastMessage(includeSystem: true) { content } messages { nodes { number content } }
     } }`,
    { id },
  );

  expect(before.conversation.lastMessage).toBeNull();
  expect(conversation).toEqual({
    lastMessage: { content: 'Still there?' },
    newest: { content: 'Conversation closed' },
    messages: {
      nodes: [
        { number: 1, content: 'Conversation closed' },
        { number: 2, content: 'Reopened by a message from the contact' },
        { number: 3, content: 'Still there?' },
        { number: 4, content: 'Conversation closed' },
      ],
    },
  });
});

test('a conversation without a subject is known by the first words that a person wrote, notes aside', async () => {
  const tenant = await newTenant();
  const { conversationId: id } = await tenant.createContact();
  const read = async () => {
    const one = await tenant.query('query ($id: ID!) { conversation(id: $id) { openingWords } }', { id });
    const many = await tenant.query('{ conversations { nodes { openingWords } } }');
    expect(many.conversations.nodes).toEqual([one.conversation]);
    return one.conversation.openingWords;
  };
  const rename = async (subject: string | null) =>
    (
      await tenant.query(
        `mutation ($id: ID!, $subject: String) {
           renameConversation(input: { id: $id, subject: $subject }) { conversation { openingWords } }
         }`,
        { id, subject },
      )
    ).renameConversation.conversation.openingWords;
  const begin = `mutation ($id: ID!) {
    addNote(input: { conversationId: $id, content: "Look" }) { userErrors { code } }
    closeConversation(input: { id: $id }) { userErrors { code } }
  }`;
  await tenant.query(begin, { id });
  const before = await read();
  const words = `Two\n\nlines, ${'and more '.repeat(20)}`;

  await tenant.sendMessage(id, words, { senderType: 'CONTACT' });
  await tenant.sendMessage(id, 'A second one');

  const opening = words.replace(/\s+/g, ' ').slice(0, 100).trim();
  expect(before).toBeNull();
  expect(await read()).toBe(opening);
  expect([await rename('Named'), await read()]).toEqual([null, null]);
  expect([await rename(null), await read()]).toEqual([opening, opening]);
});
