import type { EntityManager } from 'typeorm';
import { noteRestored } from '../contact/contact.changes';
import { findContacts } from '../contact/contact.repository';
import { trashContacts } from '../contact/contact.trash';
import { tablesOf } from '../database/tables';
import { isUuid } from '../graphql/text';
import { notFound, type UserError } from '../graphql/user-error';
import type { Write } from '../graphql/write-transaction';
import { changeLabels, labelsAfter, listLabelIds, requireLabels } from '../label/change-labels';
import { mostLabelsOfOne, tooManyLabels } from '../label/put-labels';
import type { ChangeContactsInput, ContactChangeResult } from './change-contacts.inputs';
import { bringBack } from './restore-contacts';

const labelled = { table: 'contact_labels', column: 'contact_id' } as const;

/**
 * One change of many, in the caller's transaction: what cannot be changed is said of it alone.
 * Errors: `Refusal` where a label of the change is none.
 */
export async function changeContacts(write: Write, input: ChangeContactsInput): Promise<ContactChangeResult[]> {
  const { manager, append } = write;
  const wanted = [...new Set(input.ids.filter(isUuid).map((id) => id.toLowerCase()))].sort();
  await requireLabels(manager, input);
  const back = input.isDeleted === false ? await bringBack(write, wanted) : nobody;
  const locked = await lockContacts(manager, wanted);
  const labelsBefore = await listLabelIds(manager, labelled, locked);

  const fits = (id: string) => labelsAfter(labelsBefore.get(id) ?? [], input).size <= mostLabelsOfOne;
  const changing = locked.filter(fits);
  const changed = new Set([...back.ids, ...(await changeLabels(manager, labelled, changing, input))]);
  const gone = new Set(input.isDeleted ? await trashContacts(manager, changing, write) : []);
  noteRestored(write, [...back.ids]);
  for (const id of gone) append({ type: 'contactDeleted', id });
  for (const id of changed) if (!gone.has(id)) append({ type: 'contactChanged', id });

  const after = new Map((await findContacts(manager, changing)).map((contact) => [contact.id, contact]));
  const isThere = new Set(locked);
  const isChanging = new Set(changing);
  return input.ids.map((given) => {
    const id = given.toLowerCase();
    if (isChanging.has(id)) {
      const before = { isDeleted: back.ids.has(id), labelIds: labelsBefore.get(id) ?? [] };
      return { id: given, contact: after.get(id) ?? null, before, userErrors: [] };
    }
    const error = isThere.has(id) ? tooMany : (back.refused.get(id) ?? notFound('ids', 'contact'));
    return { id: given, contact: null, before: null, userErrors: [error] };
  });
}

const nobody = { ids: new Set<string>(), refused: new Map<string, UserError>() };

const tooMany: UserError = { ...tooManyLabels('A contact'), field: ['ids'] };

/** In the order of ids, as deleting locks them. Answers those that there are. */
async function lockContacts(manager: EntityManager, ids: readonly string[]): Promise<string[]> {
  const { contacts } = tablesOf(manager);
  const locked: { id: string }[] = await manager.query(
    `select id from ${contacts} where id = any($1::uuid[]) order by id for no key update`,
    [ids],
  );
  return locked.map(({ id }) => id);
}
