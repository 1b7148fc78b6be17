import { mapRows } from './copy-rows';
import type { Alter } from './export-archive';
import { WordMask } from './mask-words';

/** What becomes of a value. `of` answers another column of the same row. */
type Mask = (value: string, mask: WordMask, of: (column: string) => string | null) => string;

const keep: Mask = (value) => value;

const words: Mask = (value, mask) => mask.text(value);

/** In a domain that nobody has (RFC 2606). */
const email: Mask = (value, mask) => {
  const [local = '', domain = ''] = value.toLowerCase().split('@');
  const labels = domain.split('.').slice(0, -1).join('.');
  return `${mask.text(local)}@${mask.text(labels || 'mail')}.invalid`;
};

/** Of the numbers that are kept for fiction in North America: any area code, 555 01xx. */
function phoneDigits(value: string, mask: WordMask): [string, string] {
  const [a = 0, b = 0, c = 0, d = 0] = mask.bytes('phone', value);
  const area = `${2 + (a % 8)}${b % 9}${c % 10}`;
  return [area, String(d % 100).padStart(2, '0')];
}

/** The number as it is dialled tells of both columns, so that they stay one number. */
const phone: Mask = (value, mask, of) => {
  const [area, last] = phoneDigits(of('phone_e164') ?? value, mask);
  return `+1 ${area} 555 01${last}`;
};

const phoneE164: Mask = (value, mask) => {
  const [area, last] = phoneDigits(value, mask);
  return `+1${area}55501${last}`;
};

const foreignId: Mask = (value, mask) => `masked-${mask.bytes('id', value).toString('hex').slice(0, 24)}`;

/** The keys stay, and so does what is neither text nor a number that may be one's. */
const json: Mask = (value, mask) => JSON.stringify(maskJson(JSON.parse(value), mask));

function maskJson(value: unknown, mask: WordMask): unknown {
  if (typeof value === 'string') return value.includes('@') ? email(value, mask, () => null) : mask.text(value);
  if (typeof value === 'number') return Number(mask.text(String(value)).replace(/[^\d.-]/g, '')) || 0;
  if (Array.isArray(value)) return value.map((item) => maskJson(item, mask));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, maskJson(item, mask)]));
}

/** What the program itself has said of a conversation, which statistics are counted by. */
const ownWords = new Set(['Conversation closed', 'Conversation reopened']);

const message: Mask = (value, mask, of) =>
  of('sender_type') === 'system' && ownWords.has(value) ? value : mask.text(value);

const kind = keep;

/**
 * Every column of every table that holds more than ids, moments, numbers and yes or no; a test compares them with the tables. What is not
 * named here does not come into a copy: a new column is refused until somebody has said what becomes of it.
 */
const masks: Readonly<Record<string, Readonly<Record<string, Mask>>>> = {
  actors: { kind, name: words },
  canned_replies: { name: words, content: words },
  contact_duplicates: { reasons: keep },
  contact_notes: { content: words },
  contacts: { name: words, email, phone, phone_e164: phoneE164, metadata: json, external_id: foreignId },
  conversation_subjects: { subject: words },
  conversations: { subject: words, status: kind, external_id: foreignId },
  // Their names and choices are the company's words for things, and values have to be among the choices.
  custom_fields: { key: keep, name: keep, kind, options: keep },
  events: { type: kind },
  labels: { name: keep, colour: kind },
  messages: {
    sender_type: kind,
    sender_id: foreignId,
    content: message,
    external_id: foreignId,
    delivery_state: kind,
    delivery_reason: words,
  },
};

/** Their rows stay out of a copy: what was, what is written and not sent, and what somebody would be told of. */
const leftOut: ReadonlySet<string> = new Set([
  'contact_changes',
  'contact_merges',
  'contact_views',
  'conversation_drafts',
  'deleted_contacts',
  'erasures',
  'idempotency_keys',
  'import_rows',
  'imports',
  'notifications',
  'saved_views',
  'scheduled_messages',
]);

/** Types whose values tell of nobody. */
const plainTypes: ReadonlySet<string> = new Set(['uuid', '_uuid', 'bool', 'int2', 'int4', 'int8', 'timestamptz']);

/**
 * Replaces what tells of people, deterministically for one secret. `keptFields`: keys of custom fields whose values are choices, numbers and
 * days. Errors: where a column is not known here.
 */
export function masking(secret: string, keptFields: ReadonlySet<string>): Alter {
  const mask = new WordMask(secret);
  return (table, rows) => {
    // Read to their end all the same, which the connection needs.
    if (leftOut.has(table.name)) return noneOf(rows);
    const { columns } = table;
    const ofColumns = columns.map((column, i) => maskOf(table.name, column, table.types[i]));
    const places = new Map(columns.map((column, i) => [column, i]));
    const metadata = table.name === 'contacts' ? places.get('metadata') : undefined;
    return mapRows(rows, (row) => {
      const of = (column: string) => row[places.get(column) ?? -1] ?? null;
      return row.map((value, i) => {
        const masked = value === null ? null : (ofColumns[i]?.(value, mask, of) ?? null);
        return i === metadata && value !== null && masked !== null ? withKept(value, masked, keptFields) : masked;
      });
    });
  };
}

function maskOf(table: string, column: string, type: string | undefined): Mask {
  const named = masks[table]?.[column];
  if (named) return named;
  if (type !== undefined && plainTypes.has(type)) return keep;
  throw new Error(`expected to be told what becomes of ${table}.${column} in a masked copy`);
}

/** Values that must be among a field's choices, or of its kind, stay as they are. */
function withKept(value: string, masked: string, keptFields: ReadonlySet<string>): string {
  const original = JSON.parse(value) as Record<string, unknown>;
  const kept = Object.entries(original).filter(([key]) => keptFields.has(key));
  return kept.length === 0 ? masked : JSON.stringify({ ...JSON.parse(masked), ...Object.fromEntries(kept) });
}

async function* noneOf(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const piece of pieces) if (piece.length === 0) yield piece;
}
