import { type ForwardPageArgs, keyForms, readPageArgs } from '../graphql/pagination';
import { isLongCount, isoText, page, type Reads } from '../reads/reads';
import {
  deletedContactColumns,
  deletedContactCount,
  deletedContactFields,
  deletedContactPage,
} from './deleted-contact.list';

export const deletedContactReads: Reads = {
  rows: { DeletedContact: { alias: 'dc', from: ({ deleted_contacts }) => deleted_contacts } },
  fields: {
    ...Object.fromEntries(
      Object.entries(deletedContactFields).map(([field, expression]) => [`DeletedContact.${field}`, expression]),
    ),
    'Query.deletedContacts': page('DeletedContact', (args, sql) => {
      const request = readPageArgs(args as unknown as ForwardPageArgs, keyForms.time);
      return {
        page: request,
        text: deletedContactPage(sql, request, deletedContactColumns),
        key: isoText('dc.deleted_at'),
        count: (atMost) => ({ text: `(${deletedContactCount(sql, atMost)})`, isLong: isLongCount(atMost) }),
      };
    }),
  },
};
