import { hasContactWork } from '../database/contact-work';
import { labelOrder } from '../label/label.repository';
import { list, needing, type Reads } from '../reads/reads';

export const contactLabelReads: Reads = {
  rows: {},
  fields: needing(hasContactWork, {
    'Contact.labels': list(
      'Label',
      'l',
      (_, { tables: { labels, contact_labels } }) =>
        `select l.* from ${contact_labels} cl join ${labels} l on l.id = cl.label_id
         where cl.contact_id = c.id order by ${labelOrder}`,
    ),
  }),
};
