import { columnFields, list, type Reads } from '../reads/reads';
import { Label } from './label';
import { labelList } from './label.repository';

export const labelReads: Reads = {
  rows: { Label: { alias: 'l', from: ({ labels }) => labels } },
  fields: {
    ...columnFields(Label, 'l'),
    'Query.labels': list('Label', 'l', (_, { tables }) => labelList(tables, 'l.*')),
  },
};
