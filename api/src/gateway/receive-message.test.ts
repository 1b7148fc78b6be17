import { mutate } from '../testing/desk';
import { newTenant, type TestTenant } from '../testing/new-tenant';

const receive = (tenant: TestTenant, input: object) =>
  mutate(
    tenant,
    'receiveMessage',
    { content: 'Hello', email: 'ann@lee.example', ...input },
    'message { id number content senderType externalId } conversation { id subject status } contact { id name email } isNew',
  );

test('what a stranger wrote makes them a contact, with a conversation of its subject', async () => {
  const tenant = await newTenant();

  const received = await receive(tenant, { externalId: '<1@mail>', name: 'Ann Lee', subject: 'Solar roof' });

  expect(received).toEqual({
    message: { id: expect.any(String), number: 1, content: 'Hello', senderType: 'CONTACT', externalId: '<1@mail>' },
    conversation: { id: expect.any(String), subject: 'Solar roof', status: 'ACTIVE' },
    contact: { id: expect.any(String), name: 'Ann Lee', email: 'ann@lee.example' },
    isNew: true,
    userErrors: [],
  });
  expect((await tenant.query('{ conversations { totalCount } }')).conversations.totalCount).toBe(1);
});

test('one message received twenty times at once is there once, and each gets it', async () => {
  const tenant = await newTenant();
  const first = await receive(tenant, { externalId: '<0@mail>' });

  const answers = await Promise.all(
    Array.from({ length: 20 }, () => receive(tenant, { externalId: '<1@mail>', answers: ['<0@mail>'] })),
  );

  expect(new Set(answers.map(({ message }) => message.id)).size).toBe(1);
  expect(answers.filter(({ isNew }) => isNew)).toHaveLength(1);
  expect(answers[0].conversation.id).toBe(first.conversation.id);
  const counted = await tenant.query('{ contacts { totalCount } conversations { nodes { messageCount } totalCount } }');
  expect(counted).toEqual({
    contacts: { totalCount: 1 },
    conversations: { nodes: [{ messageCount: 2 }], totalCount: 1 },
  });
});

test('an answer goes on where the nearest of what it answers is, a closed conversation too; any other begins one', async () => {
  const tenant = await newTenant();
  const [one, two] = [
    await receive(tenant, { externalId: '<1@mail>' }),
    await receive(tenant, { externalId: '<2@mail>' }),
  ];
  await mutate(tenant, 'closeConversation', { id: one.conversation.id }, 'conversation { status }');

  const nearest = await receive(tenant, { externalId: '<3@mail>', answers: ['<unknown>', '<1@mail>', '<2@mail>'] });
  const named = await receive(tenant, {
    externalId: '<4@mail>',
    conversationId: two.conversation.id,
    answers: ['<1@mail>'],
  });
  const further = await receive(tenant, { externalId: '<5@mail>', conversationId: 'none', subject: 'Another thing' });

  expect(two.conversation.id).not.toBe(one.conversation.id);
  expect(nearest.conversation).toEqual({ ...one.conversation, status: 'ACTIVE' });
  expect(named.conversation.id).toBe(two.conversation.id);
  expect(further.conversation).toMatchObject({ subject: 'Another thing' });
  expect(further.contact).toEqual(one.contact);
});

test('a conversation of nobody’s is named, and so is who cannot be answered', async () => {
  const [tenant, other] = [await newTenant(), await newTenant()];
  const theirs = await receive(other, { externalId: '<1@mail>' });

  const mine = await receive(tenant, { externalId: '<1@mail>', conversationId: theirs.conversation.id });
  const nobodys = await receive(tenant, { externalId: '<2@mail>', email: null });
  const long = await receive(tenant, { externalId: '<3@mail>', answers: Array(101).fill('<0@mail>') });

  expect(mine.isNew).toBe(true);
  expect(mine.conversation.id).not.toBe(theirs.conversation.id);
  expect(nobodys).toMatchObject({ message: null, userErrors: [{ code: 'REQUIRED', field: ['email'] }] });
  expect(long).toMatchObject({ message: null, userErrors: [{ code: 'TOO_LONG', field: ['answers'] }] });
});
