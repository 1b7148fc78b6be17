import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ask, newCompany, newContact } from './kit/company';
import { tokenAt } from './kit/session';
import { type Running, startSystem, untilOk } from './kit/system';

const writers = 8;
const losses = 2;

let system: Running;

beforeAll(async () => {
  system = await startSystem();
  token = await tokenAt(system.apiUrl);
});

afterAll(() => system.stop());

interface Answer {
  status: number;
  body: {
    data?: { sendMessage: { message: { number: number } | null } | null };
    errors?: { message: string; extensions: { code: string } }[];
  };
}

let token: string;

async function send(slug: string, conversationId: string, content: string): Promise<Answer> {
  const response = await fetch(`${system.apiUrl}/graphql`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Tenant-Id': slug, Authorization: `Bearer ${token}` },
    body: JSON.stringify({
      query: `mutation ($input: SendMessageInput!) { sendMessage(input: $input) { message { number } } }`,
      variables: { input: { conversationId, content } },
    }),
  });
  return { status: response.status, body: (await response.json()) as Answer['body'] };
}

function killDatabase(): void {
  const [pid] = readFileSync(join(system.dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n');
  process.kill(Number(pid), 'SIGKILL');
}

test('while the database is killed and comes back, answers are 503 in between, and every acknowledged message is there', async () => {
  const company = await newCompany(system.apiUrl);
  const { conversationId } = await newContact(company, {}, system.apiUrl);
  const acknowledged: string[] = [];
  const refusals: Answer[] = [];
  let isOver = false;

  const write = async (writer: number) => {
    for (let n = 0; !isOver; n += 1) {
      const content = `${writer}-${n}`;
      const answer = await send(company.slug, conversationId, content);
      if (answer.body.data?.sendMessage?.message) acknowledged.push(content);
      else refusals.push(answer);
    }
  };
  const writing = Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
  for (let loss = 0; loss < losses; loss += 1) {
    const before = acknowledged.length;
    while (acknowledged.length < before + 50) await sleep(20);
    const refused = refusals.length;
    killDatabase();
    while (refusals.length === refused) await sleep(5);
    await untilOk(`${system.apiUrl}/readyz`);
  }
  const after = acknowledged.length;
  while (acknowledged.length < after + 50) await sleep(20);
  isOver = true;
  await writing;

  expect(new Set(refusals.map(({ status, body }) => `${status} ${body.errors?.[0]?.extensions.code}`))).toEqual(
    new Set(['503 SERVICE_UNAVAILABLE']),
  );
  const stored = await readThread(company.slug, conversationId);
  const contents = new Set(stored.map(({ content }) => content));
  expect(acknowledged.filter((content) => !contents.has(content))).toEqual([]);
  expect(stored.map(({ number }) => number)).toEqual(stored.map((_, index) => index + 1));
});

async function readThread(slug: string, id: string): Promise<{ number: number; content: string }[]> {
  const all: { number: number; content: string }[] = [];
  for (;;) {
    const { conversation } = await ask(
      `query ($id: ID!, $after: Int) {
         conversation(id: $id) { messages(first: 100, afterNumber: $after) { nodes { number content } } }
       }`,
      { id, after: all.at(-1)?.number ?? 0 },
      slug,
      system.apiUrl,
    );
    all.push(...conversation.messages.nodes);
    if (conversation.messages.nodes.length < 100) return all;
  }
}
