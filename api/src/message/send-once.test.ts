import { randomUUID } from 'node:crypto';
import { newTenant, send, type TestTenant } from '../testing/new-tenant';
import { startTcpProxy, watchCommits } from '../testing/tcp-proxy';
import { startTestApi, testApi, testDatabaseUrls } from '../testing/test-api';

const document = `mutation ($input: SendMessageInput!) {
  sendMessage(input: $input) {
    message { id number content createdAt } conversation { id } userErrors { code field message }
  }
}`;

const losses = 100;
const writers = 4;

async function contentsOf(tenant: TestTenant, id: string): Promise<string[]> {
  const found: string[] = [];
  for (let after: string | null = null; ; ) {
    const { conversation } = await tenant.query(
      `query ($id: ID!, $after: String) {
         conversation(id: $id) {
           messages(first: 100, after: $after) { nodes { content } pageInfo { hasNextPage endCursor } }
         }
       }`,
      { id, after },
    );
    found.push(...conversation.messages.nodes.map(({ content }: { content: string }) => content));
    if (!conversation.messages.pageInfo.hasNextPage) return found;
    after = conversation.messages.pageInfo.endCursor;
  }
}

/** Under one key, again and again until there is an answer. Answers how often there was none. */
async function sendUntilAnswered(url: string, { api, id }: TestTenant, conversationId: string, content: string) {
  const input = { conversationId, content, idempotencyKey: randomUUID() };
  for (let lost = 0; ; lost += 1) {
    const answer = await send({ ...api, url }, document, { input }, { 'x-tenant-id': id }).catch(() => null);
    if (answer?.data) return { lost, message: answer.data.sendMessage.message };
  }
}

/** Four writers at a time, of whose messages each is one that gets lost first. */
async function sendAll(url: string, tenant: TestTenant, conversationId: string) {
  const contents = Array.from({ length: losses }, (_, i) => `Number ${i}`);
  const waiting = [...contents];
  let lost = 0;
  const write = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const sent = await sendUntilAnswered(url, tenant, conversationId, next);
      expect(sent.message.content).toBe(next);
      lost += sent.lost;
    }
  };
  await Promise.all(Array.from({ length: writers }, write));
  return { contents: contents.sort(), lost };
}

test('twenty submits at once under one key write one row, and are answered alike', async () => {
  const tenant = await newTenant();
  const { conversationId } = await tenant.createContact();
  const input = { conversationId, content: 'Only once', idempotencyKey: randomUUID() };

  const answers = await Promise.all(Array.from({ length: 20 }, () => tenant.send(document, { input })));

  const [first] = answers;
  expect(first?.data.sendMessage).toMatchObject({ message: { number: 1, content: 'Only once' }, userErrors: [] });
  for (const answer of answers) expect(answer).toEqual(first);
  expect(await contentsOf(tenant, conversationId)).toEqual(['Only once']);
});

test('a hundred answers that are lost on their way to the client leave one row each', async () => {
  const tenant = await newTenant();
  const { conversationId } = await tenant.createContact();
  let answers = 0;
  const proxy = await startTcpProxy((await testApi()).url, (cut) => (_chunk, isAnswer) => {
    if (!isAnswer) return true;
    answers += 1;
    if (answers % 2 === 0) return true;
    cut();
    return false;
  });

  const { contents, lost } = await sendAll(new URL(proxy.url).origin, tenant, conversationId);
  proxy.close();

  expect(lost).toBe(losses);
  expect((await contentsOf(tenant, conversationId)).sort()).toEqual(contents);
}, 60_000);

test('a hundred commits of which the API itself is not told leave one row each', async () => {
  const urls = await testDatabaseUrls();
  let isLossy = false;
  const proxy = await startTcpProxy(
    urls.gateway,
    watchCommits((cut) => {
      if (isLossy) cut();
      return !isLossy;
    }),
  );
  const api = await startTestApi({ urls: { ...urls, gateway: proxy.url } });
  const tenant = await newTenant(undefined, api);
  const { conversationId } = await tenant.createContact();

  isLossy = true;
  const { contents, lost } = await sendAll(api.url, tenant, conversationId);
  isLossy = false;

  expect(lost).toBeGreaterThanOrEqual(losses);
  expect((await contentsOf(tenant, conversationId)).sort()).toEqual(contents);
  await api.stop();
  proxy.close();
}, 60_000);
