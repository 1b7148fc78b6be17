import type { ErasureReceipt_ReceiptFragment } from '../../generated/graphql';
import { formatCount } from '../../ui/format';

const words: Readonly<Record<string, [one: string, many: string]>> = {
  contacts: ['contact', 'contacts'],
  deleted_contacts: ['deleted contact', 'deleted contacts'],
  contact_labels: ['label put on', 'labels put on'],
  contact_notes: ['note', 'notes'],
  contact_changes: ['line of the history', 'lines of the history'],
  conversations: ['conversation', 'conversations'],
  conversation_labels: ['label of a conversation', 'labels of conversations'],
  conversation_reads: ['mark of what was read', 'marks of what was read'],
  conversation_drafts: ['draft', 'drafts'],
  scheduled_messages: ['scheduled message', 'scheduled messages'],
  messages: ['message', 'messages'],
  notifications: ['notification', 'notifications'],
  import_rows: ['copy kept by an import', 'copies kept by imports'],
  contact_aliases: ['id that was known', 'ids that were known'],
  contact_merges: ['copy kept by a merge', 'copies kept by merges'],
  idempotency_keys: ['remembered request', 'remembered requests'],
};

/** "2 messages". */
export function removedWords({ table, count }: ErasureReceipt_ReceiptFragment['removed'][number]): string {
  const [one, many] = words[table] ?? [table, table];
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** For whoever asked to be erased; it says nothing about them but the id. */
export function receiptText(receipt: ErasureReceipt_ReceiptFragment): string {
  const { id, contactId, erasedAt, erasedBy, removed, backups, remains } = receipt;
  return [
    'Erasure receipt',
    '',
    `Receipt: ${id}`,
    `Contact: ${contactId}`,
    `Erased at: ${erasedAt}`,
    `Erased by: ${erasedBy?.name ?? 'the operator'}`,
    '',
    'Removed for good:',
    ...removed.map((rows) => `- ${removedWords(rows)}`),
    '',
    'Backups:',
    `- ${backups}`,
    '',
    'What remains:',
    ...remains.map((sentence) => `- ${sentence}`),
    '',
  ].join('\n');
}
