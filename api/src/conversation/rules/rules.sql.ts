import { hasDesk } from '../../database/desk';
import { needing, one, type Reads } from '../../reads/reads';

export const rulesReads: Reads = {
  rows: { DeskRules: { alias: 'rules', from: ({ desk_rules }) => desk_rules } },
  fields: {
    ...needing(hasDesk, { 'Query.deskRules': one('DeskRules', () => 'rules.id = 1') }),
    'DeskRules.assignsFirstAnswer': 'rules.assigns_first_answer',
  },
};
