import { hasContactWork } from '../database/contact-work';
import { columnFields, list, needing, one, type Reads } from '../reads/reads';
import { CustomField } from './custom-field';
import { deletedFieldList, fieldList, fieldOrder, inUse } from './custom-field.repository';

export const customFieldReads: Reads = {
  rows: { CustomField: { alias: 'f', from: ({ custom_fields }) => custom_fields } },
  fields: {
    ...columnFields(CustomField, 'f'),
    ...needing(hasContactWork, {
      'Query.customFields': list('CustomField', 'f', (_, { tables }) => fieldList(tables, 'f.*')),
      'Query.deletedCustomFields': list('CustomField', 'f', (_, { tables }) => deletedFieldList(tables, 'f.*')),
      'Contact.fields': list(
        'FieldValue',
        'fv',
        (_, { tables }) =>
          `select f.id, c.metadata->f.key as value from ${tables.custom_fields} f where ${inUse} order by ${fieldOrder}`,
      ),
    }),
    'FieldValue.value': 'fv.value',
    'FieldValue.field': one('CustomField', () => 'f.id = fv.id'),
  },
};
