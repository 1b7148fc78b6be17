import type { EntityManager } from 'typeorm';
import type { Contact } from '../contact/contact';
import { lockContactKeys } from '../contact/contact.keys';
import { contactColumns } from '../contact/contact.repository';
import type { Conversation } from '../conversation/conversation';
import { conversationColumns } from '../conversation/conversation.repository';
import { tablesOf } from '../database/tables';

/** By which a contact is found: each as it is stored; null where it is not asked for. */
export interface ContactKeys {
  externalId: string | null;
  email: string | null;
  phoneE164: string | null;
}

/**
 * Until the transaction ends, nobody else makes a contact of the tenant with one of these keys by way of this lock. In one order, so that two
 * with the same keys never wait for each other.
 */
export async function lockKeys(manager: EntityManager, { externalId, email, phoneE164 }: ContactKeys): Promise<void> {
  const { contacts } = tablesOf(manager);
  const keys = Object.entries({ externalId, email: email?.toLowerCase() ?? null, phoneE164 })
    .filter(([, value]) => value !== null)
    .map(([kind, value]) => JSON.stringify([contacts, kind, value]))
    .sort();
  await lockContactKeys(manager, 'shared');
  for (const key of keys) await manager.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [key]);
}

/** The oldest of those that share a key. Null where there is none. */
export async function findByKeys(manager: EntityManager, keys: ContactKeys): Promise<Contact | null> {
  const { contacts, contact_activity } = tablesOf(manager);
  const ways: [condition: string, value: string | null][] = [
    ['c.external_id = $1', keys.externalId],
    ['lower(c.email) = lower($1)', keys.email],
    ['c.phone_e164 = $1', keys.phoneE164],
  ];
  for (const [condition, value] of ways) {
    if (value === null) continue;
    const [contact]: Contact[] = await manager.query(
      `select ${contactColumns} from ${contacts} c join ${contact_activity} a on a.contact_id = c.id
       where ${condition} order by c.created_at, c.id limit 1`,
      [value],
    );
    if (contact) return contact;
  }
  return null;
}

export async function findLatestConversation(manager: EntityManager, contactId: string): Promise<Conversation | null> {
  const { conversations } = tablesOf(manager);
  const [conversation]: Conversation[] = await manager.query(
    `select ${conversationColumns} from ${conversations} v where v.contact_id = $1
     order by coalesce(v.last_message_at, v.created_at) desc, v.id desc limit 1`,
    [contactId],
  );
  return conversation ?? null;
}
