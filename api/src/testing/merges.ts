import { mutate } from './desk';
import type { TestTenant } from './new-tenant';
import { runJob } from './scheduled';
import { behindTheApi } from './test-api';

// biome-ignore lint/suspicious/noExplicitAny: tests read answers of many shapes; a wrong one fails the test
type Data = any;

export const mergeContacts = (tenant: TestTenant, input: object): Promise<Data> =>
  mutate(
    tenant,
    'mergeContacts',
    input,
    'contact { id name email phone company metadata } merge { id fromId fromName }',
  );

export const undoMerge = (tenant: TestTenant, id: string): Promise<Data> =>
  mutate(tenant, 'undoMerge', { id }, 'contact { id name } restoredContact { id name }');

/** Runs the search for duplicates, as soon as a process would have come to it. */
export const findDuplicates = ({ id, api }: TestTenant): Promise<void> => runJob(id, api, 'findDuplicates');

/** All that a tenant holds of its contacts, but for what is told of them and when they were last changed. */
export async function contentsOf(tenant: TestTenant): Promise<Data> {
  const rows = (table: string, columns: string) =>
    behindTheApi(`select ${columns} from "${tenant.schemaName}".${table} r order by 1`);
  return {
    contacts: await rows('contacts', `r.id, to_jsonb(r) - 'updated_at' as row`),
    activity: await rows('contact_activity', 'r.contact_id, r.last_activity_at'),
    conversations: await rows('conversations', 'r.id, r.contact_id, r.message_count'),
    labels: await rows('contact_labels', `r.contact_id::text || ' ' || r.label_id as pair`),
    notes: await rows('contact_notes', 'r.id, r.contact_id'),
    aliases: await rows('contact_aliases', 'r.alias_id, r.contact_id'),
  };
}
