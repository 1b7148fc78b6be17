import type { EntityManager } from 'typeorm';
import { hasContactWork } from '../database/contact-work';
import { longRead } from '../database/long-read';
import { type TenantTables, tablesOf } from '../database/tables';
import { type ExportedFile, pagesOf } from '../export/export';
import { isoText } from '../reads/reads';
import { conversationText } from './conversation-text';
import type { JsonRow } from './json-row';

type Version = { schemaVersion: string };

/**
 * All that is known of one contact, as one JSON object: whoever asks what is kept about them gets it. Each page is a statement of its own,
 * so that a slow reader holds no connection and no snapshot, and memory stays flat however much they wrote.
 */
export class ContactFile implements ExportedFile {
  private isWhole = false;

  constructor(
    private readonly manager: EntityManager,
    private readonly contact: JsonRow,
    private readonly tenant: Version,
  ) {}

  get told(): string {
    return `contact ${this.contact.id} as JSON${this.isWhole ? '' : ', a part'}`;
  }

  async *pieces(): AsyncGenerator<string, void> {
    const { manager, contact } = this;
    yield `{"exportedAt":"${new Date().toISOString()}",\n"contact":${contact.json}`;
    if (hasContactWork(this.tenant)) {
      yield* arrayOf('notes', this.pages(notes));
      yield* arrayOf('changes', this.pages(changes));
    }
    yield* arrayOf('scheduledMessages', this.pages(scheduled));
    yield* conversationText(manager, contact.id);
    this.isWhole = true;
    yield '}\n';
  }

  private pages(list: (tables: TenantTables) => string): AsyncGenerator<JsonRow[], void> {
    const text = `select id, json::text as json from (${list(tablesOf(this.manager))}) listed
      where $2::uuid is null or id > $2 order by id limit $3`;
    return pagesOf<JsonRow>((last, size) =>
      longRead(this.manager, (inside) => inside.query(text, [this.contact.id, last?.id ?? null, size + 1])),
    );
  }
}

async function* arrayOf(name: string, pages: AsyncIterable<JsonRow[]>): AsyncGenerator<string, void> {
  let before = `,\n"${name}":[`;
  for await (const rows of pages) {
    yield before + rows.map(({ json }) => json).join(',\n');
    before = ',\n';
  }
  yield ']';
}

const nameOf = ({ actors }: TenantTables, id: string): string => `(select a.name from ${actors} a where a.id = ${id})`;

const notes = (tables: TenantTables): string =>
  `select n.id, json_build_object('content', n.content, 'author', ${nameOf(tables, 'n.author_id')}, 'createdAt', ${isoText('n.created_at')}) as json
   from ${tables.contact_notes} n where n.contact_id = $1`;

const changes = (tables: TenantTables): string =>
  `select h.id, json_build_object('kind', h.kind, 'changes', h.changes, 'by', ${nameOf(tables, 'h.actor_id')}, 'at', ${isoText('h.created_at')}) as json
   from ${tables.contact_changes} h where h.contact_id = $1`;

const scheduled = (tables: TenantTables): string =>
  `select s.id, json_build_object('content', s.content, 'sendAt', ${isoText('s.send_at')}, 'conversationId', s.conversation_id) as json
   from ${tables.conversations} v join ${tables.scheduled_messages} s on s.conversation_id = v.id where v.contact_id = $1`;

/** Null where there is no such contact. */
export async function findContactJson(manager: EntityManager, id: string, tenant: Version): Promise<JsonRow | null> {
  const tables = tablesOf(manager);
  const labels = `(select coalesce(json_agg(l.name order by l.name), '[]') from ${tables.contact_labels} cl
    join ${tables.labels} l on l.id = cl.label_id where cl.contact_id = c.id)`;
  const [row]: JsonRow[] = await manager.query(
    `select c.id, json_build_object('id', c.id, 'name', c.name, 'email', c.email, 'phone', c.phone, 'metadata', c.metadata,
       'externalId', c.external_id, 'labels', ${hasContactWork(tenant) ? labels : `'[]'::json`},
       'createdAt', ${isoText('c.created_at')}, 'createdBy', ${nameOf(tables, 'c.created_by')},
       'updatedAt', ${isoText('c.updated_at')})::text as json
     from ${tables.contacts} c where c.id = $1`,
    [id],
  );
  return row ?? null;
}
