import { longRead } from '../database/long-read';
import { type Export, type ExportedRow, pagesOf } from '../export/export';
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
 * What the list shows, in its order. Each page is a statement of its own, so that a slow reader holds no connection and no snapshot; what
 * changes its place in the order meanwhile may be missed, or come twice.
 */
export const contactExport: Export = {
  needs: 'contacts:read',
  args: ['search', 'filter', 'orderBy'],
  list(args, { manager }) {
    const query = readContactQuery(args as Pick<ContactsArgs, 'search' | 'filter' | 'orderBy'>);
    return {
      columns: [...columns, 'externalId', 'metadata'],
      json: ['metadata'],
      pages: pagesOf<ExportedContact>((last, size) => {
        const page = { size, isBackward: false, after: last && positionOfContact(last), before: null };
        return longRead(manager, (inside) => listContacts<ExportedContact>(inside, query, page, exportColumns));
      }),
    };
  },
};
