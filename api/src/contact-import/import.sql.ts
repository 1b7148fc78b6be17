import { hasContactWork } from '../database/contact-work';
import { type ForwardPageArgs, keyForms, readPageArgs } from '../graphql/pagination';
import { uuidFrom } from '../graphql/text';
import { columnFields, isLongCount, isoText, needing, one, page, type Reads } from '../reads/reads';
import { Import } from './import';
import { importCount, importPage, undoableUntil } from './import.repository';

export const importReads: Reads = {
  rows: { Import: { alias: 'im', from: ({ imports }) => imports } },
  fields: {
    ...columnFields(Import, 'im'),
    'Import.undoableUntil': undoableUntil,
    'Import.createdBy': one('Actor', () => 'a.id = im.actor_id'),
    ...needing(hasContactWork, {
      'Query.import': one('Import', ({ id }, { bind }) => `im.id = ${bind(uuidFrom(String(id)))}::uuid`),
      'Query.imports': page('Import', (args, sql) => {
        const request = readPageArgs(args as unknown as ForwardPageArgs, keyForms.time);
        return {
          page: request,
          text: importPage(sql, request, 'im.*'),
          key: isoText('im.created_at'),
          count: (atMost) => ({ text: `(${importCount(sql, atMost)})`, isLong: isLongCount(atMost) }),
        };
      }),
    }),
  },
};
