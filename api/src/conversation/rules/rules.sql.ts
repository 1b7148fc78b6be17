import { one, type Reads } from '../../reads/reads';

export const rulesReads: Reads = {
  rows: { DeskRules: { alias: 'rules', from: ({ desk_rules }) => desk_rules } },
  fields: {
    'Query.deskRules': one('DeskRules', () => 'rules.id = 1'),
    'DeskRules.assignsFirstAnswer': 'rules.assigns_first_answer',
  },
};
