import { hasContactWork } from '../database/contact-work';
import { columnFields, computed, list, needing, type Reads } from '../reads/reads';
import { ContactView } from './contact-view';
import { viewList } from './contact-view.repository';

export const contactViewReads: Reads = {
  rows: { ContactView: { alias: 'w', from: ({ contact_views }) => contact_views } },
  fields: {
    ...columnFields(ContactView, 'w'),
    'ContactView.isMine': computed((_, { bind }, { askerId }) => `(w.owner_id = ${bind(askerId)}::uuid)`),
    ...needing(hasContactWork, {
      'Query.contactViews': list('ContactView', 'w', (_, sql, { askerId }) => viewList(sql, 'w.*', askerId)),
    }),
  },
};
