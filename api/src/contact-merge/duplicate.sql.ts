import { hasContactWork } from '../database/contact-work';
import type { Sql, TenantTables } from '../database/tables';
import { keyForms, readPageArgs } from '../graphql/pagination';
import { columnFields, isoText, list, needing, one, page, type Reads } from '../reads/reads';
import { DuplicatePair } from './duplicate';
import { duplicatesOf, pairCount, pairPage } from './duplicate.repository';

export const duplicateReads: Reads = {
  rows: { DuplicatePair: { alias: 'dp', from: ({ contact_duplicates }: TenantTables) => contact_duplicates } },
  fields: {
    ...columnFields(DuplicatePair, 'dp'),
    'DuplicateHit.reasons': 'dh.reasons',
    'DuplicateHit.contact': one('Contact', () => 'c.id = dh.id'),
    'DuplicatePair.first': one('Contact', () => 'c.id = dp.first_id'),
    'DuplicatePair.second': one('Contact', () => 'c.id = dp.second_id'),
    ...needing(hasContactWork, {
      'Contact.duplicates': list('DuplicateHit', 'dh', (_, { tables }: Sql) => duplicatesOf(tables, 'c')),
      'Query.duplicates': page('DuplicatePair', (args, sql) => {
        const request = readPageArgs(args, keyForms.time);
        return {
          page: request,
          text: pairPage(sql, request, 'dp.*'),
          key: isoText('dp.found_at'),
          count: (atMost) => ({ text: `(${pairCount(sql, atMost)})`, isLong: false }),
        };
      }),
    }),
  },
};
