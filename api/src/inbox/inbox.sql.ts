import { type Computed, computed, list, one, own, type Reads } from '../reads/reads';
import { counters, labelCounts, type View } from './inbox-counts.repository';

const view = (name: View): Computed => computed((_, sql, { askerId }) => `(${counters[name](sql, askerId)})`, true);

export const inboxReads: Reads = {
  rows: {},
  fields: {
    'Query.inboxCounts': own('InboxCounts'),
    'InboxCounts.open': view('open'),
    'InboxCounts.snoozed': view('snoozed'),
    'InboxCounts.closed': view('closed'),
    'InboxCounts.mine': view('mine'),
    'InboxCounts.unassigned': view('unassigned'),
    'InboxCounts.waiting': view('waiting'),
    'InboxCounts.unread': view('unread'),
    'InboxCounts.labels': list('LabelCount', 'lc', (_, { tables }) => labelCounts(tables)),
    'LabelCount.label': one('Label', () => 'l.id = lc.id'),
    'LabelCount.count': 'lc.count',
  },
};
