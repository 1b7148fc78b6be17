import type { TenantTables } from '../../database/tables';

/** Of `conversations v`: the number of the last line that the reader has read; 0 before the first. */
const lastRead = ({ conversation_reads }: TenantTables, reader: string): string =>
  `coalesce((select r.number from ${conversation_reads} r where r.conversation_id = v.id and r.reader_id = ${reader}), 0)`;

/** `reader`: an expression. */
export const unreadCount = (tables: TenantTables, reader: string): string =>
  `greatest(v.message_count - ${lastRead(tables, reader)}, 0)`;

export const hasUnread = (tables: TenantTables, reader: string): string =>
  `(v.message_count > ${lastRead(tables, reader)})`;
