import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { newTenant, type TestTenant } from '../testing/new-tenant';
import { createKey } from '../testing/people';
import { testApi } from '../testing/test-api';

/** Of 20 people, five each: a first mail and four that answer it. */
const [people, mailsOfEach] = [20, 5];
const unreachable = 'person-7@mail.example';

const mailOf = (person: number, n: number): string => `<${person}.${n}@mail.example>`;

const folder = mkdtempSync(join(tmpdir(), 'atrium-mail-'));
const delivered: { messageId: string; to: string; inReplyTo: string | undefined; text: string }[] = [];
let gateway: ChildProcess | null = null;
let tenant: TestTenant;
let environment: Record<string, string>;

const sink = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  onRcptTo: ({ address }, _, answer) =>
    address.toLowerCase() === unreachable
      ? answer(Object.assign(new Error('No such mailbox'), { responseCode: 550 }))
      : answer(),
  onData: (stream, _, answer) => {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', async () => {
      const { messageId = '', to = [], inReplyTo, text = '' } = await PostalMime.parse(Buffer.concat(chunks));
      delivered.push({ messageId, to: to[0]?.address ?? '', inReplyTo, text: text.trim() });
      answer();
    });
  },
});

// A gateway that is killed in the middle of a mail resets its connection.
sink.on('error', () => undefined);

beforeAll(async () => {
  tenant = await newTenant();
  const scopes = ['contacts:read', 'contacts:write', 'conversations:read', 'conversations:write'];
  const { createApiKey } = await tenant.query(createKey, { input: { tenantId: tenant.id, name: 'Mail', scopes } });
  await new Promise<void>((listening) => sink.listen(0, '127.0.0.1', listening));
  environment = {
    ATRIUM_URL: `${(await testApi()).url}/graphql`,
    ATRIUM_TENANT: tenant.slug,
    ATRIUM_KEY: createApiKey.token,
    MAILDIR: folder,
    SMTP_URL: `smtp://127.0.0.1:${(sink.server.address() as AddressInfo).port}`,
    MAIL_FROM: 'desk@company.example',
  };
  mkdirSync(join(folder, 'new'));
});

afterAll(async () => {
  await kill();
  await new Promise<void>((closed) => sink.close(() => closed()));
  rmSync(folder, { recursive: true });
});

function start(): void {
  const program = resolve(__dirname, '../../../docs/examples/mail-gateway.mjs');
  const { PATH = '' } = process.env;
  gateway = spawn(process.execPath, [program], { env: { PATH, ...environment }, stdio: 'ignore' });
}

async function kill(): Promise<void> {
  const ended = gateway && gateway.exitCode === null ? once(gateway, 'exit') : null;
  gateway?.kill('SIGKILL');
  await ended;
  gateway = null;
}

/** As a mail server does: nobody sees half of one. */
function putMail(person: number, n: number): void {
  const first = mailOf(person, 0);
  const text = [
    `From: "Person ${person}" <Person-${person}@mail.example>`,
    'To: desk@company.example',
    `Subject: ${n > 0 ? 'Re: ' : ''}Question of ${person}`,
    `Message-ID: ${mailOf(person, n)}`,
    ...(n > 0 ? [`In-Reply-To: ${mailOf(person, n - 1)}`, `References: ${first}`] : []),
    '',
    `Mail ${n} of ${person}: é`,
  ].join('\r\n');
  writeFileSync(join(folder, 'half'), text);
  renameSync(join(folder, 'half'), join(folder, 'new', `${person}-${n}.eml`));
}

const waiting = (): number => readdirSync(join(folder, 'new')).length;

async function until(what: string, holds: () => Promise<boolean> | boolean, lookEveryMs = 20): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`expected ${what}`);
    await new Promise((wake) => setTimeout(wake, lookEveryMs));
  }
}

interface Thread {
  id: string;
  contact: { email: string };
  messages: {
    nodes: {
      number: number;
      senderType: string;
      content: string;
      externalId: string | null;
      deliveryState: string | null;
      deliveryReason: string | null;
    }[];
  };
}

const threads = async (): Promise<Thread[]> =>
  (
    await tenant.query(`{ conversations(first: 40) { nodes { id contact { email } messages(last: 50) {
      nodes { number senderType content externalId deliveryState deliveryReason } } } } }`)
  ).conversations.nodes;

test('the mail gateway takes 100 mails in and 100 out, killed in between, each once and with its state', async () => {
  start();
  await until('its cursor', () => readdirSync(folder).includes('cursor'));
  for (let n = 0; n < mailsOfEach; n += 1) {
    for (let person = 0; person < people; person += 1) putMail(person, n);
    // In the middle of a round, whatever it is at.
    await until('half a round', () => waiting() < people / 2);
    await kill();
    start();
    await until('the round', () => waiting() === 0);
  }
  const before = await threads();
  let answered = 0;
  for (const { id } of before) {
    for (let n = 0; n < mailsOfEach; n += 1) await tenant.sendMessage(id, `Answer ${n}`, { senderType: 'USER' });
    answered += 1;
    if (answered % 7 === 0) {
      await kill();
      start();
    }
  }
  const outgoing = (all: Thread[]) =>
    all.flatMap(({ messages }) => messages.nodes.filter(({ senderType }) => senderType === 'USER'));
  const isOver = (state: string | null) => state === 'SENT' || state === 'FAILED';
  // Each look costs as much as a large page, of which a minute has some hundreds.
  const hasStates = async () => outgoing(await threads()).every(({ deliveryState }) => isOver(deliveryState));
  await until('all states', hasStates, 500);

  const after = await threads();
  expect(after).toHaveLength(people);
  expect(new Set(after.map(({ contact }) => contact.email.toLowerCase())).size).toBe(people);
  const incoming = after.flatMap(({ messages }) => messages.nodes.filter(({ externalId }) => externalId));
  const wanted = Array.from({ length: people * mailsOfEach }, (_, i) => mailOf(i % people, Math.floor(i / people)));
  expect(incoming.map(({ externalId }) => externalId).sort()).toEqual(wanted.sort());
  for (const { messages } of after) expect(messages.nodes).toHaveLength(2 * mailsOfEach);

  const failed = outgoing(after).filter(({ deliveryState }) => deliveryState === 'FAILED');
  expect(failed).toHaveLength(mailsOfEach);
  expect(failed[0]?.deliveryReason).toContain('No such mailbox');
  // One that was killed between the mail and its state sends it again, with the same Message-ID, by which whoever gets it knows.
  const reachable = after.filter(({ contact }) => contact.email.toLowerCase() !== unreachable);
  const sent = reachable.flatMap(({ id, messages }) =>
    messages.nodes
      .filter(({ senderType }) => senderType === 'USER')
      .map(({ number }) => `<${id}.${number}@atrium.example>`),
  );
  expect([...new Set(delivered.map(({ messageId }) => messageId))].sort()).toEqual(sent.sort());
  for (const { inReplyTo, to } of delivered) expect(inReplyTo).toBe(mailOf(Number(/\d+/.exec(to)?.[0]), 4));
}, 180_000);
