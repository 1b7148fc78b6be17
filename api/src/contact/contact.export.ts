import { listCustomFields } from '../custom-field/custom-field.repository';
import { textOfValue } from '../custom-field/field-text';
import { hasContactWork } from '../database/contact-work';
import { longRead } from '../database/long-read';
import { type ExportedRow, type ListExport, pagesOf } from '../export/export';
import { namedMetadata } from './contact';
import { type ContactsArgs, readContactQuery } from './contact.args';
import { listContacts, positionOfContact } from './contact.list';
import { exportColumns } from './contact.repository';

interface ExportedContact extends ExportedRow {
  id: string;
  sortKey: string;
}

const columns = ['id', 'name', 'email', 'phone', ...namedMetadata, 'createdAt', 'updatedAt', 'lastActivityAt'];

/**
 * What the list shows, in its order, with a column for each custom field: by its name in cells, by its key in JSON. Each page is a statement of its own, so that a slow reader holds no connection and no snapshot; what
 * changes its place in the order meanwhile may be missed, or come twice.
 */
export const contactExport: ListExport = {
  needs: ['contacts:read'],
  args: ['search', 'filter', 'orderBy'],
  async list(args, { manager, tenant }) {
    const query = readContactQuery(args as Pick<ContactsArgs, 'search' | 'filter' | 'orderBy'>, tenant);
    const fields = hasContactWork(tenant) ? await listCustomFields(manager) : [];
    const keys = fields.map(({ key }) => key);
    const read = exportColumns(keys);
    return {
      columns: [...columns, 'externalId', ...keys, 'metadata'],
      json: [...keys, 'metadata'],
      cells: Object.fromEntries(fields.map(({ key, name }) => [key, { heading: name, textOf: textOfValue }])),
      pages: pagesOf<ExportedContact>((last, size) => {
        const page = { size, isBackward: false, after: last && positionOfContact(last), before: null };
        return longRead(manager, (inside) => listContacts<ExportedContact>(inside, query, page, read));
      }),
    };
  },
};
