import { hasContactWork } from '../database/contact-work';
import { columnFields, computed, list, needing, type Reads } from '../reads/reads';
import { ContactView } from './contact-view';
import { contactViews } from './contact-view.repository';

export const contactViewReads: Reads = {
  rows: { ContactView: { alias: 'cw', from: ({ contact_views }) => contact_views } },
  fields: {
    ...columnFields(ContactView, 'cw'),
    'ContactView.isMine': computed((_, { bind }, { askerId }) => `(cw.owner_id = ${bind(askerId)}::uuid)`),
    ...needing(hasContactWork, {
      'Query.contactViews': list('ContactView', 'cw', (_, sql, { askerId }) =>
        contactViews.selectAll(sql, 'cw.*', askerId),
      ),
    }),
  },
};
