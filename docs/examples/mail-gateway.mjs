// A mail gateway: what lies in MAILDIR/new becomes messages of contacts, and what the company writes to somebody with an address is mailed.
// usage: ATRIUM_URL=… ATRIUM_TENANT=… ATRIUM_KEY=… MAILDIR=… SMTP_URL=… MAIL_FROM=… node mail-gateway.mjs
// It can be killed at any moment: what it does again is known by the mail's Message-ID, and nothing becomes two messages.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import PostalMime from 'postal-mime';

const { ATRIUM_URL, ATRIUM_TENANT, ATRIUM_KEY, MAILDIR, SMTP_URL, MAIL_FROM } = process.env;
const [inbox, done, cursorFile] = ['new', 'cur', 'cursor'].map((name) => join(MAILDIR, name));
const authorization = `Bearer ${ATRIUM_KEY}`;
const headers = { 'content-type': 'application/json', 'x-tenant-id': ATRIUM_TENANT, authorization };
const smtp = createTransport(SMTP_URL);

async function ask(query, variables) {
  const response = await fetch(ATRIUM_URL, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
  const { data, errors } = await response.json();
  const wrong = [...(errors ?? []), ...Object.values(data ?? {}).flatMap(({ userErrors = [] }) => userErrors)];
  if (wrong.length > 0) throw new Error(wrong[0].message);
  return data;
}

const receive = `mutation ($input: ReceiveMessageInput!) { receiveMessage(input: $input) { userErrors { message } } }`;
const setState = `mutation ($input: SetDeliveryStateInput!) { setDeliveryState(input: $input) { userErrors { message } } }`;
const news = `query ($after: String!) { events(after: $after, first: 50) { edges { cursor node { ... on MessageSent { message {
  id number senderType isNote content deliveryState
  conversation { id subject contact { email } messages(last: 20) { nodes { externalId } } } } } } } pageInfo { endCursor } } }`;

async function takeIn(file) {
  const { from, subject, text, messageId, inReplyTo, references } = await PostalMime.parse(
    readFileSync(join(inbox, file)),
  );
  const answers = [inReplyTo, ...(references ?? '').split(/\s+/).reverse()].filter(Boolean).slice(0, 100);
  // Our own mails carry conversation and number in their Message-ID.
  const conversationId = answers.map((id) => /^<([0-9a-f-]{36})\.\d+@/.exec(id)?.[1]).find(Boolean);
  const content = (text ?? '').trim().slice(0, 10_000) || '(no text)';
  const contact = { name: from.name, email: from.address, source: 'Mail' };
  const input = {
    ...contact,
    subject: subject?.slice(0, 200),
    content,
    externalId: messageId,
    conversationId,
    answers,
  };
  await ask(receive, { input });
  renameSync(join(inbox, file), join(done, file));
}

async function takeOut({ id, number, content, conversation }) {
  const { contact, subject, messages } = conversation;
  const inReplyTo = messages.nodes.findLast(({ externalId }) => externalId)?.externalId;
  const messageId = `<${conversation.id}.${number}@atrium.example>`;
  const mail = {
    from: MAIL_FROM,
    to: contact.email,
    subject: subject ?? 'Your message',
    text: content,
    inReplyTo,
    messageId,
  };
  const say = (state, reason) => ask(setState, { input: { messageId: id, state, reason } });
  await say('QUEUED');
  await smtp.sendMail(mail).then(
    () => say('SENT'),
    ({ message }) => say('FAILED', message.slice(0, 500)),
  );
}

/** Whole or not at all: killed in the middle, it is the one of before. */
function keep(cursor) {
  writeFileSync(`${cursorFile}.next`, cursor);
  renameSync(`${cursorFile}.next`, cursorFile);
}

for (const folder of [inbox, done]) mkdirSync(folder, { recursive: true });
for (;;) {
  try {
    // One that cannot be read stays, and keeps no other waiting.
    for (const file of readdirSync(inbox))
      await takeIn(file).catch(({ message }) => console.error(`${file}: ${message}`));
    const after = existsSync(cursorFile) ? readFileSync(cursorFile, 'utf8') : 'now';
    const { edges, pageInfo } = (await ask(news, { after })).events;
    for (const { cursor, node } of edges) {
      const { message } = node;
      const isOurs = message?.senderType === 'USER' && !message.isNote && message.conversation.contact.email;
      if (isOurs && [null, 'QUEUED'].includes(message.deliveryState)) await takeOut(message);
      keep(cursor);
    }
    if (after === 'now') keep(pageInfo.endCursor);
    if (edges.length > 0) continue;
  } catch (error) {
    console.error(error.message);
  }
  await new Promise((wake) => setTimeout(wake, 500));
}
