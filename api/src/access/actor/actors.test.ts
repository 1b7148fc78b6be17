import { newTenant } from '../../testing/new-tenant';
import { createKey, inTenant, newMember, newPerson, remove, sendTo } from '../../testing/people';
import { behindTheApi } from '../../testing/test-api';

const createContact = `
  mutation {
    createContact(input: { name: "Cay", email: "cay@contact.example" }) {
      contact { id createdBy { __typename id name } } conversation { id createdBy { name } } userErrors { code }
    }
  }`;
const sendMessage = `
  mutation ($id: ID!) {
    sendMessage(input: { conversationId: $id, content: "Hello" }) {
      message { author { __typename id name ... on Account { email } ... on ApiKey { hint scopes } } } userErrors { code }
    }
  }`;
const close = `
  mutation ($id: ID!) { closeConversation(input: { id: $id }) { conversation { id } userErrors { code } } }`;
const thread = `
  query ($id: ID!) { conversation(id: $id) { messages { nodes { senderType content author { name } } } } }`;

test('whoever writes is named: a person, a colleague who has left, and a program', async () => {
  const ann = await newPerson('Able');
  const ben = await newMember(ann, 'MEMBER');
  const as = inTenant(ann.tenantId);
  const made = await ann.send(createContact, {}, as);
  const { contact, conversation } = made.data.createContact;
  const key = await ann.send(createKey, {
    input: { tenantId: ann.tenantId, name: 'Mail gateway', scopes: ['conversations:write', 'conversations:read'] },
  });
  const authorization = `Bearer ${key.data.createApiKey.token}`;

  const bens = await ben.send(sendMessage, { id: conversation.id }, as);
  const programs = await sendTo(sendMessage, { id: conversation.id }, { authorization, ...as });
  await ben.send(close, { id: conversation.id }, as);
  await ben.send('mutation { updateProfile(input: { name: "Ben Baker" }) { userErrors { code } } }');
  await ben.send(sendMessage, { id: conversation.id }, as);
  const members = await ann.send(`{ tenant(id: "${ann.tenantId}") { members { nodes { id account { email } } } } }`);
  const membership = members.data.tenant.members.nodes.find(
    ({ account }: { account: { email: string } }) => account.email === ben.email,
  );
  await ann.send(remove, { id: membership.id });
  const { data } = await ann.send(thread, { id: conversation.id }, as);

  expect(contact.createdBy).toEqual({ __typename: 'Account', id: expect.any(String), name: 'Ann Able' });
  expect(conversation.createdBy).toEqual({ name: 'Ann Able' });
  expect(bens.data.sendMessage.message.author).toMatchObject({ __typename: 'Account', email: ben.email });
  expect(programs.data.sendMessage.message.author).toMatchObject({
    __typename: 'ApiKey',
    name: 'Mail gateway',
    hint: key.data.createApiKey.token.slice(-4),
  });
  expect(data.conversation.messages.nodes.map(({ author }: { author: { name: string } }) => author.name)).toEqual([
    'Ben Baker',
    'Mail gateway',
    'Ben Baker',
    'Ben Baker',
  ]);
});

test('events say who did it', async () => {
  const ann = await newPerson('Able');
  const as = inTenant(ann.tenantId);
  await ann.send(createContact, {}, as);

  const { data } = await ann.send('{ events { nodes { type actor { name } } } }', {}, as);

  expect(data.events.nodes).toEqual([
    { type: 'contactChanged', actor: { name: 'Ann Able' } },
    { type: 'conversationChanged', actor: { name: 'Ann Able' } },
  ]);
});

test('rows from before there were accounts have nobody', async () => {
  const tenant = await newTenant();
  const { conversationId } = await tenant.createContact();
  await tenant.sendMessage(conversationId, 'From before');
  await behindTheApi(`update "${tenant.schemaName}".messages set author_id = null`);
  await behindTheApi(`update "${tenant.schemaName}".contacts set created_by = null`);

  const { conversation } = await tenant.query(
    'query ($id: ID!) { conversation(id: $id) { contact { createdBy { name } } messages { nodes { author { name } } } } }',
    { id: conversationId },
  );

  expect(conversation).toEqual({ contact: { createdBy: null }, messages: { nodes: [{ author: null }] } });
});
