import { hasContactWork } from '../database/contact-work';
import { uuidFrom } from '../graphql/text';
import { columnFields, isLongCount, one, page, type Reads } from '../reads/reads';
import { Contact, namedMetadata } from './contact';
import { knownId } from './contact.alias';
import { type ContactsArgs, readContactsArgs } from './contact.args';
import { contactList, isLongList } from './contact.list';
import { furtherKeys } from './contact.repository';

/** Of `contacts c` joined with `contact_activity a`. */
const columns = 'c.*, a.last_activity_at';

export const contactReads: Reads = {
  rows: {
    Contact: {
      alias: 'c',
      // Every contact has its activity; a left join is left out by the planner where nothing of it is asked for.
      from: ({ contacts, contact_activity }) =>
        `(select ${columns} from ${contacts} c left join ${contact_activity} a on a.contact_id = c.id)`,
    },
  },
  fields: {
    ...columnFields(Contact, 'c'),
    ...Object.fromEntries(namedMetadata.map((key) => [`Contact.${key}`, `c.metadata->>'${key}'`])),
    'Contact.metadata': furtherKeys('c'),
    'Contact.lastActivityAt': 'c.last_activity_at',
    'Contact.createdBy': one('Actor', () => 'a.id = c.created_by'),
    'Query.contact': one('Contact', ({ id }, { bind, tables }, { tenant }) => {
      const asked = `${bind(uuidFrom(String(id)))}::uuid`;
      return `c.id = ${hasContactWork(tenant) ? knownId(tables, asked) : asked}`;
    }),
    'Query.contacts': page('Contact', (args, sql, { tenant }) => {
      const { query, page } = readContactsArgs(args as unknown as ContactsArgs, tenant);
      const list = contactList(sql, query);
      return {
        page,
        ...(list.with && { with: list.with }),
        isLong: isLongList(query),
        text: list.page(page, columns),
        key: 'c."sortKey"',
        count: (atMost) => ({ text: `(${list.count(atMost)})`, isLong: isLongCount(atMost, query.filter) }),
      };
    }),
  },
};
