import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { v7 as uuidV7 } from 'uuid';
import type { Contact } from '../contact/contact';
import { checkReachable } from '../contact/contact.checks';
import { comparing } from '../contact/contact.jobs';
import { findContacts } from '../contact/contact.repository';
import { insertConversation } from '../conversation/conversation.repository';
import { createContact } from '../conversation/create-contact.resolver';
import { rename } from '../conversation/desk/desk.repository';
import type { RequestContext } from '../graphql/context';
import { externalIdOf } from '../graphql/external-id';
import { e164From, textOrNull, uuidFrom } from '../graphql/text';
import { notFound, Refusal, type UserError, UserErrorCode } from '../graphql/user-error';
import { write } from '../graphql/write';
import type { Write } from '../graphql/write-transaction';
import { SenderType } from '../message/message';
import { findSent, type Sent, sendMessage } from '../message/message.repository';
import { noticeJobs } from '../notification/notices';
import { findByKeys, findLatestConversation, lockKeys } from './find-or-create-contact.repository';
import { findByExternalId } from './gateway.repository';
import { ReceiveMessageInput, ReceiveMessagePayload } from './receive-message.inputs';
import { findAnswered, lockMessage } from './receive-message.repository';

const mostAnswers = 100;

@Resolver()
export class ReceiveMessageResolver {
  @Mutation(() => ReceiveMessagePayload, {
    description:
      'For gateways, what a contact wrote elsewhere, in one step: the contact is found or made, the conversation goes on or begins, and the message is there once, however often it is received. Needs `contacts:write` and `conversations:write`.',
  })
  receiveMessage(
    @Arg('input', () => ReceiveMessageInput, { description: 'The message, and who wrote it.' })
    input: ReceiveMessageInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ReceiveMessagePayload> {
    ctx.require('contacts:write');
    return write(
      ctx,
      { message: null, conversation: null, contact: null, isNew: null },
      {
        can: 'conversations:write',
        Input: ReceiveMessageInput,
        input,
        check: [...checkReachable(input.email, input.phone), ...checkAnswers(input.answers ?? [])],
        jobs: { ...comparing(), ...noticeJobs() },
        work: (inside) => receive(inside, input),
      },
    );
  }
}

interface Received extends Sent {
  contact: Contact;
  isNew: boolean;
}

async function receive(inside: Write, input: ReceiveMessageInput): Promise<Received> {
  const { manager } = inside;
  const externalId = externalIdOf(input) ?? '';
  await lockMessage(manager, externalId);
  const known = await findByExternalId(manager, 'messages', externalId);
  if (known !== null) return withContact(inside, await findSent(manager, known), false);
  const answered = await findAnswered(manager, uuidFrom(input.conversationId ?? ''), input.answers ?? []);
  const sent = await sendMessage(inside, {
    conversationId: answered ?? (await openConversation(inside, input)),
    content: input.content,
    senderType: SenderType.CONTACT,
    senderId: textOrNull(input.email) ?? textOrNull(input.phone),
    externalId,
  });
  return withContact(inside, sent, true);
}

async function withContact({ manager }: Write, sent: Sent, isNew: boolean): Promise<Received> {
  const [contact] = await findContacts(manager, [sent.conversation.contactId]);
  if (!contact) throw new Refusal(notFound('externalId', 'contact'));
  return { ...sent, contact, isNew };
}

/** The one of the contact that nothing has been written in yet; else a further one. Its id. */
async function openConversation(inside: Write, input: ReceiveMessageInput): Promise<string> {
  const contact = await findOrMake(inside, input);
  const subject = textOrNull(input.subject);
  const latest = await findLatestConversation(inside.manager, contact.id);
  if (latest?.messageCount === 0) {
    if (subject !== null && latest.subject === null) await rename(inside, latest.id, subject);
    return latest.id;
  }
  const id = newId(inside);
  await insertConversation(inside.manager, { id, contactId: contact.id, subject }, inside);
  inside.append({ type: 'conversationChanged', id });
  return id;
}

async function findOrMake(inside: Write, { email, phone, name, source }: ReceiveMessageInput): Promise<{ id: string }> {
  const number = textOrNull(phone);
  const keys = { externalId: null, email: textOrNull(email), phoneE164: number && e164From(number) };
  await lockKeys(inside.manager, keys);
  const found = await findByKeys(inside.manager, keys);
  if (found) return found;
  const known = { email: keys.email, phone: number, source: textOrNull(source) };
  const called = textOrNull(name) ?? known.email ?? number ?? '';
  return (await createContact({ ...inside, id: newId(inside) }, { ...known, name: called })).contact;
}

const newId = ({ now }: Write): string => uuidV7({ msecs: now.getTime() });

const checkAnswers = (answers: readonly string[]): UserError[] =>
  answers.length <= mostAnswers
    ? []
    : [
        {
          code: UserErrorCode.TOO_LONG,
          field: ['answers'],
          message: `Expected at most ${mostAnswers} external ids, got ${answers.length}.`,
        },
      ];
