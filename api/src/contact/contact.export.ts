import { listCustomFields } from '../custom-field/custom-field.repository';
import { textOfValue } from '../custom-field/field-text';
import { hasContactWork } from '../database/contact-work';
import { longRead } from '../database/long-read';
import { tablesOf } from '../database/tables';
import { type ExportedRow, type ListExport, pagesOf } from '../export/export';
import { badArgument } from '../graphql/errors';
import { isUuid } from '../graphql/text';
import { type ContactsArgs, readContactQuery } from './contact.args';
import { exportColumns, knownColumns, usualColumns } from './contact.export-columns';
import { listContacts, positionOfContact } from './contact.list';

interface ExportedContact extends ExportedRow {
  id: string;
  sortKey: string;
}

/** As many as an address has room for. */
const mostIds = 300;

/**
 * What the list shows, in its order, with a column for each custom field: by its name in cells, by its key in JSON; `columns` are those that
 * are wanted, `ids` the contacts. Each page is a statement of its own, so that a slow reader holds no connection and no snapshot; what
 * changes its place in the order meanwhile may be missed, or come twice.
 */
export const contactExport: ListExport = {
  needs: ['contacts:read'],
  args: ['search', 'filter', 'orderBy'],
  lists: ['columns', 'ids'],
  async list(args, { manager, tenant }) {
    const { columns, ids } = args as { columns?: string[]; ids?: string[] };
    const query = {
      ...readContactQuery(args as Pick<ContactsArgs, 'search' | 'filter' | 'orderBy'>, tenant),
      ...(ids && { ids: requireIds(ids) }),
    };
    const fields = hasContactWork(tenant) ? await listCustomFields(manager) : [];
    const keys = fields.map(({ key }) => key);
    const shown = columns ? requireColumns(columns, knownColumns(keys)) : [...usualColumns, ...keys, 'metadata'];
    const read = exportColumns(tablesOf(manager), tenant, keys, shown);
    return {
      columns: shown,
      json: [...keys, 'labels', 'metadata'],
      cells: {
        ...Object.fromEntries(fields.map(({ key, name }) => [key, { heading: name, textOf: textOfValue }])),
        labels: { heading: 'labels', textOf: textOfValue },
      },
      pages: pagesOf<ExportedContact>((last, size) => {
        const page = { size, isBackward: false, after: last && positionOfContact(last), before: null };
        return longRead(manager, (inside) => listContacts<ExportedContact>(inside, query, page, read));
      }),
    };
  },
};

function requireColumns(columns: readonly string[], known: readonly string[]): string[] {
  const unknown = columns.find((column) => !known.includes(column));
  if (unknown !== undefined || columns.length === 0)
    throw badArgument('columns', `expected names out of ${known.join(', ')}.`);
  return [...new Set(columns)];
}

function requireIds(ids: readonly string[]): readonly string[] {
  if (ids.length > mostIds) throw badArgument('ids', `expected at most ${mostIds}.`);
  if (!ids.every(isUuid)) throw badArgument('ids', 'expected ids of contacts.');
  return ids;
}
