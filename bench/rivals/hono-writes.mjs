import { createHash, randomUUID } from 'node:crypto';
import { lastWordsOf, messageColumns, withAuthors } from './hono-reads.mjs';

/** Numbered by the counter, which is held until the commit. */
async function log(trx, now, actorId, events) {
  const [{ last_seq: last }] = await trx('event_counter').increment('last_seq', events.length).returning('last_seq');
  await trx('events').insert(
    events.map((event, i) => ({ seq: last - events.length + 1 + i, occurred_at: now, actor_id: actorId, ...event })),
  );
}

async function claim(trx, key, input, id, now) {
  const hash = createHash('sha256').update(JSON.stringify(input)).digest('hex');
  const row = { operation: 'sendMessage', key, request_hash: hash, result_id: id, created_at: now };
  const claimed = await trx('idempotency_keys').insert(row).onConflict(['operation', 'key']).ignore().returning('key');
  if (claimed.length > 0) return null;
  const first = await trx('idempotency_keys').where({ operation: 'sendMessage', key }).first('result_id');
  return first.result_id;
}

async function sentIn(trx, conversationId, messageId) {
  const rows = await trx('messages as m')
    .select([...messageColumns, 'm.author_id as authorId'])
    .where('m.id', messageId);
  const [message] = await withAuthors(trx, rows);
  const conversation = await trx('conversations as v')
    .where('v.id', conversationId)
    .first(
      'v.id',
      'v.subject',
      'v.status',
      'v.snoozed_until as snoozedUntil',
      'v.created_at as createdAt',
      'v.last_message_at as lastMessageAt',
    );
  const lastWords = await lastWordsOf(trx, [conversationId]);
  return {
    message,
    conversation: { ...conversation, lastMessage: lastWords.get(conversationId) ?? null },
    userErrors: [],
  };
}

async function send(trx, { id: conversationId, content, key }, actorId) {
  const [id, now] = [randomUUID(), new Date()];
  const earlier = await claim(trx, key, { conversationId, content }, id, now);
  if (earlier !== null) return sentIn(trx, conversationId, earlier);
  const [conversation] = await trx('conversations')
    .where({ id: conversationId })
    .update({
      message_count: trx.raw('message_count + 1'),
      last_message_at: trx.raw('greatest(last_message_at, ?)', [now]),
    })
    .returning(['contact_id', 'message_count', 'last_message_at']);
  const { contact_id: contactId, message_count: number, last_message_at: at } = conversation;
  await trx('contact_activity')
    .where({ contact_id: contactId })
    .update({ last_activity_at: trx.raw('greatest(last_activity_at, ?)', [at]) });
  await trx('messages').insert({
    id,
    conversation_id: conversationId,
    number,
    sender_type: 'user',
    content,
    created_at: at,
    author_id: actorId,
  });
  await log(trx, now, actorId, [
    { type: 'messageSent', subject_id: id, parent_id: conversationId },
    { type: 'conversationChanged', subject_id: conversationId, parent_id: null },
  ]);
  return sentIn(trx, conversationId, id);
}

async function create(trx, { id, name, email, phone }, actorId) {
  const [now, conversationId] = [new Date(), randomUUID()];
  const stamps = { created_at: now, updated_at: now, created_by: actorId };
  const [row] = await trx('contacts')
    .insert({
      id,
      name,
      email,
      phone,
      phone_e164: phone.replace(/[^+\d]/g, ''),
      metadata: { company: 'Company 42', source: 'Referral' },
      ...stamps,
    })
    .returning(['id', 'name', 'email', 'phone', 'metadata', 'created_at', 'updated_at']);
  await trx('contact_activity').insert({ contact_id: id, last_activity_at: now });
  await trx('conversations').insert({ id: conversationId, contact_id: id, ...stamps });
  await log(trx, now, actorId, [
    { type: 'contactChanged', subject_id: id, parent_id: null },
    { type: 'conversationChanged', subject_id: conversationId, parent_id: null },
  ]);
  const createdBy = await trx('actors').where({ id: actorId }).first('id', 'name');
  const { metadata, created_at: createdAt, updated_at: updatedAt, ...contact } = row;
  const { company = null, position = null, source = null, ...further } = metadata;
  return {
    contact: { ...contact, company, position, source, metadata: further, createdAt, createdBy, updatedAt },
    conversation: { id: conversationId },
    userErrors: [],
  };
}

export const writes = { send, create };
