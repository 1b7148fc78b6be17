// A mail gateway: what lies in MAILDIR/new becomes messages of contacts, and what the company writes to somebody with an address is mailed.
// usage: ATRIUM_URL=… ATRIUM_TENANT=… ATRIUM_KEY=… MAILDIR=… SMTP_URL=… MAIL_FROM=… node mail-gateway.mjs
// It can be killed at any moment: what it does again is known by the mail's Message-ID, and nothing becomes two messages.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import PostalMime from 'postal-mime';

const { ATRIUM_URL, ATRIUM_TENANT, ATRIUM_KEY, MAILDIR, SMTP_URL, MAIL_FROM } = process.env;
const [inbox, done, cursorFile] = ['new', 'cur', 'cursor'].map((name) => join(MAILDIR, name));
const headers = {
  'content-type': 'application/json',
  'x-tenant-id': ATRIUM_TENANT,
  authorization: `Bearer ${ATRIUM_KEY}`,
};
const smtp = createTransport(SMTP_URL);

async function ask(query, variables = {}) {
  const response = await fetch(ATRIUM_URL, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
  const { data, errors } = await response.json();
  if (errors) throw new Error(errors[0].message);
  return data;
}

async function mutate(name, answer, input) {
  const type = `${name[0].toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${answer} userErrors { code message } } }`;
  const { [name]: payload } = await ask(query, { input });
  const error = payload.userErrors.find(({ code }) => code !== 'CONFLICT');
  if (error) throw new Error(`${name}: ${error.message}`);
  return payload;
}

/** The conversation that a mail belongs to: its own where it was taken in before, else that of the nearest that it answers, whichever side wrote it. */
async function conversationOf({ from, subject, messageId, inReplyTo, references }) {
  for (const id of [messageId, inReplyTo, ...(references ?? '').split(/\s+/).reverse()].filter(Boolean)) {
    const ours = /^<([0-9a-f-]{36})\.\d+@/.exec(id)?.[1];
    const query =
      'query ($id: ID!, $mail: String!) { conversation(id: $id) { id } messageByExternalId(externalId: $mail) { conversation { id } } }';
    const { conversation, messageByExternalId } = await ask(query, { id: ours ?? '', mail: id });
    const known = conversation ?? messageByExternalId?.conversation;
    if (known) return known.id;
  }
  const who = { name: from.name || from.address, email: from.address, source: 'Mail' };
  const { contact, conversation } = await mutate(
    'findOrCreateContact',
    'contact { id } conversation { id messageCount }',
    who,
  );
  if (conversation?.messageCount === 0) return conversation.id;
  const started = {
    contactId: contact.id,
    subject: subject?.slice(0, 200) || null,
    idempotencyKey: messageId.slice(0, 200),
  };
  return (await mutate('startConversation', 'conversation { id }', started)).conversation.id;
}

async function takeIn(file) {
  const mail = await PostalMime.parse(readFileSync(join(inbox, file)));
  const content = (mail.text ?? '').trim().slice(0, 10_000) || '(no text)';
  const conversationId = await conversationOf(mail);
  // CONFLICT: it was taken in before.
  await mutate('sendMessage', '', {
    conversationId,
    content,
    senderType: 'CONTACT',
    senderId: mail.from.address,
    externalId: mail.messageId,
  });
  renameSync(join(inbox, file), join(done, file));
}

async function takeOut({ id, number, content, conversation }) {
  const { contact, subject, messages } = conversation;
  const inReplyTo = messages.nodes.findLast(({ externalId }) => externalId)?.externalId;
  const said = (state, reason) => mutate('setDeliveryState', '', { messageId: id, state, reason });
  await said('QUEUED');
  const mail = { from: MAIL_FROM, to: contact.email, subject: subject ?? 'Your message', text: content, inReplyTo };
  const messageId = `<${conversation.id}.${number}@atrium.example>`;
  await smtp.sendMail({ ...mail, messageId }).then(
    () => said('SENT'),
    ({ message }) => said('FAILED', message.slice(0, 500)),
  );
}

const news = `query ($after: String!) { events(after: $after, first: 50) { edges { cursor node { ... on MessageSent { message {
  id number senderType isNote content deliveryState
  conversation { id subject contact { email } messages(last: 20) { nodes { externalId } } } } } } } pageInfo { endCursor } } }`;

mkdirSync(inbox, { recursive: true });
mkdirSync(done, { recursive: true });
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
      writeFileSync(cursorFile, cursor);
    }
    if (after === 'now') writeFileSync(cursorFile, pageInfo.endCursor);
    if (edges.length > 0) continue;
  } catch (error) {
    console.error(error.message);
  }
  await new Promise((wake) => setTimeout(wake, 500));
}
