import { hasContactWork } from '../database/contact-work';
import { columnFields, list, needing, one, type Reads } from '../reads/reads';
import { ContactMerge } from './contact-merge';
import { mergesOf } from './merge.repository';

export const contactMergeReads: Reads = {
  rows: { ContactMerge: { alias: 'g', from: ({ contact_merges }) => contact_merges } },
  fields: {
    ...columnFields(ContactMerge, 'g'),
    'ContactMerge.fromName': `g.from_before->>'name'`,
    'ContactMerge.actor': one('Actor', () => 'a.id = g.actor_id'),
    ...needing(hasContactWork, {
      'Contact.merges': list('ContactMerge', 'g', (_, { tables }) => mergesOf(tables, 'c.id', 'g.*')),
    }),
  },
};
