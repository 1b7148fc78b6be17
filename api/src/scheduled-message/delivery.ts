import { lockConversation } from '../conversation/conversation.repository';
import type { Due } from '../graphql/feature';
import { Refusal } from '../graphql/user-error';
import { inWriteTransaction, type Write } from '../graphql/write-transaction';
import { SenderType } from '../message/message';
import { sendMessage } from '../message/message.repository';
import { lookedForAt } from './moments';
import { type ScheduledMessage, SchedulingFailure } from './scheduled-message';
import { firstDueAt, listDue, markFailed, takeDue } from './scheduled-message.repository';

const page = 50;

/**
 * Sends what is due, each in a transaction of its own that also takes it out: whoever else is at it at the same time, or comes after a
 * process that died, finds nothing. Answers when to look again; null where nothing waits.
 */
export async function sendDueMessages(scope: Due): Promise<Date | null> {
  for (let due = await nextDue(scope); due.length > 0; due = await nextDue(scope)) {
    const authors = due.flatMap(({ authorId }) => authorId ?? []);
    const standing = await scope.standingOf([...new Set(authors)], 'conversations:write');
    const failures: unknown[] = [];
    for (const message of due) {
      const author = message.authorId === null ? 'program' : standing.get(message.authorId);
      await deliver(scope, message, author).catch((error: unknown) => failures.push(error));
    }
    // After all the others have had their turn; the job comes again.
    if (failures.length > 0) throw failures[0];
  }
  const next = await firstDueAt(scope.manager);
  return next && lookedForAt(next, scope.now);
}

const nextDue = ({ manager, now }: Due) => listDue(manager, now, page);

/** `author`: what the author is; undefined where they may not write any more. */
async function deliver(scope: Due, due: ScheduledMessage, author: 'account' | 'program' | undefined): Promise<void> {
  if (!author) return fail(scope, due, SchedulingFailure.AUTHOR_GONE);
  const by = { actorId: due.authorId, memberId: author === 'account' ? due.authorId : null };
  try {
    await write(scope, by, (inside) => send(inside, due));
  } catch (error) {
    // The only one there is: what it belongs to is held.
    if (!(error instanceof Refusal)) throw error;
    await fail(scope, due, SchedulingFailure.ANSWERED);
  }
}

/** The conversation first, in the order in which a contact is deleted. */
async function send(write: Write, { id, conversationId }: ScheduledMessage): Promise<void> {
  const isThere = (await lockConversation(write.manager, conversationId)) !== null;
  const taken = isThere ? await takeDue(write, id) : null;
  if (taken) await sendMessage(write, { ...taken, conversationId, senderType: SenderType.USER });
}

const fail = (scope: Due, due: ScheduledMessage, why: SchedulingFailure): Promise<void> =>
  write(scope, { actorId: null, memberId: null }, (inside) => markFailed(inside, due, why));

async function write(
  { manager, schemaVersion, tell }: Due,
  by: { actorId: string | null; memberId: string | null },
  work: (write: Write) => Promise<void>,
): Promise<void> {
  const { seq } = await inWriteTransaction(
    manager,
    { tenant: { schemaVersion }, ...by },
    {
      input: {},
      async work(inside) {
        await work(inside);
        return {};
      },
    },
  );
  tell(seq);
}
