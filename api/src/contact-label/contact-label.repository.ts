import type { EntityManager } from 'typeorm';
import type { Contact } from '../contact/contact';
import { findContacts, lockContact } from '../contact/contact.repository';
import { columnsOf } from '../database/columns';
import { tablesOf } from '../database/tables';
import { notFound, Refusal } from '../graphql/user-error';
import type { Write } from '../graphql/write-transaction';
import { Label } from '../label/label';
import { labelOrder } from '../label/label.repository';
import { putLabels } from '../label/put-labels';

/** Each with the contact that it is on; in order. */
export function listContactLabels(
  manager: EntityManager,
  contactIds: readonly string[],
): Promise<(Label & { contactId: string })[]> {
  const { labels, contact_labels } = tablesOf(manager);
  return manager.query(
    `select ${columnsOf(Label, 'l')}, cl.contact_id as "contactId" from ${contact_labels} cl
     join ${labels} l on l.id = cl.label_id where cl.contact_id = any($1::uuid[]) order by ${labelOrder}`,
    [contactIds],
  );
}

/** All that it is to have. Errors: `Refusal` where there is no such contact, or one of the labels is none. */
export async function setContactLabels(
  { manager, append }: Write,
  id: string,
  labelIds: readonly string[],
): Promise<Contact> {
  if (!(await lockContact(manager, id))) throw new Refusal(notFound('id', 'contact'));
  const isChanged = await putLabels(manager, { table: 'contact_labels', column: 'contact_id' }, id, labelIds);
  if (isChanged) append({ type: 'contactChanged', id });
  const [contact] = await findContacts(manager, [id]);
  if (!contact) throw new Error('expected the contact that is held');
  return contact;
}
