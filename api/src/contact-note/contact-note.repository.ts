import type { EntityManager } from 'typeorm';
import { findContacts } from '../contact/contact.repository';
import { columnsOf } from '../database/columns';
import { sqlState } from '../database/sql-state';
import { tablesOf } from '../database/tables';
import { notFound, Refusal, refusedBy, type UserError, UserErrorCode } from '../graphql/user-error';
import type { Write } from '../graphql/write-transaction';
import { ContactNote } from './contact-note';
import type { AddContactNotePayload } from './contact-note.inputs';

type Written = Omit<AddContactNotePayload, 'userErrors'>;

/** Of `contact_notes n`. */
const noteColumns = columnsOf(ContactNote, 'n');

/** Errors: `Refusal` where there is no such contact. */
export async function insertContactNote(
  { manager, id, now, actorId, append }: Write,
  contactId: string,
  content: string,
): Promise<Written> {
  const { contact_notes } = tablesOf(manager);
  const inserting: Promise<ContactNote[]> = manager.query(
    `insert into ${contact_notes} as n (id, contact_id, author_id, content, created_at) values ($1, $2, $3, $4, $5)
     returning ${noteColumns}`,
    [id, contactId, actorId, content.trim(), now],
  );
  const [note] = await refusedBy(sqlState.foreignKeyViolation, notFound('contactId', 'contact'), inserting);
  append({ type: 'contactChanged', id: contactId });
  return { note: note ?? null, contact: (await findContacts(manager, [contactId]))[0] ?? null };
}

/** What an idempotency key was used for first. Errors: `Refusal` where that is deleted by now. */
export async function findWritten(manager: EntityManager, id: string): Promise<Written> {
  const { contact_notes } = tablesOf(manager);
  const [note]: ContactNote[] = await manager.query(`select ${noteColumns} from ${contact_notes} n where n.id = $1`, [
    id,
  ]);
  if (!note) throw new Refusal(deletedSince);
  return { note, contact: (await findContacts(manager, [note.contactId]))[0] ?? null };
}

/** Errors: `Refusal` where there is none with this id that the writer may delete. */
export async function deleteContactNote(
  { manager, actorId, append }: Write,
  id: string,
  isAdmin: boolean,
): Promise<void> {
  const { contact_notes } = tablesOf(manager);
  const [[gone]]: [{ contactId: string }[], number] = await manager.query(
    `delete from ${contact_notes} where id = $1 and (author_id = $2 or $3) returning contact_id as "contactId"`,
    [id, actorId, isAdmin],
  );
  if (!gone) throw new Refusal(notFound('id', 'note of yours'));
  append({ type: 'contactChanged', id: gone.contactId });
}

const deletedSince: UserError = {
  code: UserErrorCode.NOT_FOUND,
  field: ['idempotencyKey'],
  message: 'The note that was written with this idempotency key has been deleted.',
};
