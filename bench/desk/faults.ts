import type { Client } from 'pg';
import type { Ledger, Line } from './ledger';
import type { DeskWorld } from './world';

interface Stored {
  id: string;
  status: string;
  snoozedUntil: Date | null;
  assigneeId: string | null;
  priority: number;
  waitsSince: Date | null;
  messageCount: number;
  labelIds: string[];
  reads: Record<string, number> | null;
  lines: { id: string; number: number; sender: string; isNote: boolean; content: string; at: string }[];
}

const everything = `
  select v.id, v.status, v.snoozed_until as "snoozedUntil", v.assignee_id as "assigneeId", v.priority,
    v.waiting_since as "waitsSince", v.message_count as "messageCount",
    array(select label_id from conversation_labels where conversation_id = v.id) as "labelIds",
    (select json_object_agg(reader_id, number) from conversation_reads where conversation_id = v.id) as reads,
    (select coalesce(json_agg(json_build_object('id', id, 'number', number, 'sender', sender_type, 'isNote', is_note,
       'content', content, 'at', created_at) order by number), '[]') from messages where conversation_id = v.id) as lines
  from conversations v`;

export interface Verdict {
  faults: string[];
  fields: number;
  /** Of these, so many whose last writes were under way at the same time: one of their values is there. */
  contested: number;
}

/** Holds the tables against what members were told. The tenant's schema is in the search path. */
export async function faultsOfDesk(client: Client, world: DeskWorld, ledger: Ledger): Promise<Verdict> {
  const { rows } = await client.query<Stored>(everything);
  const stored = new Map(rows.map((row) => [row.id, row]));
  const faults = [...world.conversationIds.flatMap((id) => (stored.has(id) ? [] : [`conversation ${id} is gone`]))];
  let contested = 0;
  for (const { conversationId, field } of ledger.fields) {
    const row = stored.get(conversationId);
    if (!row) continue;
    const expected = ledger.lastValues(conversationId, field, atFirst(field));
    if (expected.size > 1) contested += 1;
    const value = valueOf(row, field);
    if (!expected.has(value))
      faults.push(`${field} of ${conversationId} is ${value}; last acknowledged: ${[...expected].join(' or ')}`);
  }
  for (const row of rows) faults.push(...faultsOfThread(row).map((fault) => `${fault} in conversation ${row.id}`));
  faults.push(...faultsOfLines(rows, ledger.lines));
  return { faults, fields: ledger.fields.length, contested };
}

const atFirst = (field: string): string =>
  field === 'status' ? 'active' : field === 'assignee' ? 'null' : field.startsWith('label ') ? 'false' : '0';

function valueOf(row: Stored, field: string): string {
  const [kind, id = ''] = field.split(' ');
  if (kind === 'status')
    return row.status === 'snoozed' ? `snoozed ${row.snoozedUntil?.toISOString() ?? null}` : row.status;
  if (kind === 'assignee') return String(row.assigneeId);
  if (kind === 'label') return String(row.labelIds.includes(id));
  if (kind === 'read') return String(row.reads?.[id] ?? 0);
  return String(row.priority);
}

/** Its numbers; what its last line about its status says; and whether its contact waits for as long as the lines say. */
function faultsOfThread({ lines, messageCount, status, waitsSince }: Stored): string[] {
  const faults: string[] = [];
  const gap = lines.findIndex(({ number }, i) => number !== i + 1);
  if (gap >= 0) faults.push(`number ${gap + 1} is missing`);
  if (messageCount !== lines.length) faults.push(`${messageCount} messages are counted, ${lines.length} stored`);

  const said = lines.findLast(({ sender }) => sender === 'system')?.content ?? 'reopened';
  const told = said.includes('closed') ? 'closed' : said.startsWith('Snoozed') ? 'snoozed' : 'active';
  if (told !== status) faults.push(`the last line says "${said}", and it is ${status}`);

  const answered = lines.findLastIndex(({ sender, isNote }) => sender === 'user' && !isNote);
  const waits = lines.slice(answered + 1).find(({ sender }) => sender === 'contact');
  const [expected, got] = [waits ? new Date(waits.at).toISOString() : null, waitsSince?.toISOString() ?? null];
  if (expected !== got) faults.push(`its contact has waited since ${expected}, and ${got} is stored`);
  return faults;
}

/** Each line of a member is there once where it was acknowledged, and never where it was refused. */
function faultsOfLines(rows: readonly Stored[], acknowledged: readonly Line[]): string[] {
  const faults: string[] = [];
  const written = new Map<string, { id: string; number: number; conversationId: string }[]>();
  for (const row of rows)
    for (const { id, number, content, sender } of row.lines)
      if (sender !== 'system')
        written.set(content, [...(written.get(content) ?? []), { id, number, conversationId: row.id }]);
  for (const { id, number, content, conversationId } of acknowledged) {
    const [kept, ...doubled] = written.get(content) ?? [];
    if (kept?.id !== id || kept.number !== number || kept.conversationId !== conversationId)
      faults.push(`"${content}" was acknowledged as number ${number} of ${conversationId} and is not there`);
    if (doubled.length > 0) faults.push(`"${content}" is stored ${doubled.length + 1} times`);
    written.delete(content);
  }
  return [...faults, ...[...written.keys()].map((content) => `"${content}" is stored, and was not acknowledged`)];
}
