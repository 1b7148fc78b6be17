import type {
  ConversationFilter,
  ConversationOrder,
  InboxQueryVariables,
  SavedViewsQuery,
  Work_ConversationFragment,
} from '../../generated/graphql';

/** The inbox's parts, in the order in which they are shown. */
export const inboxViews = {
  mine: 'Mine',
  unassigned: 'Unassigned',
  open: 'All open',
  unread: 'Unread',
  snoozed: 'Snoozed',
  closed: 'Closed',
} as const;
export type InboxView = keyof typeof inboxViews;

export const inboxSorts = {
  '-activity': 'Latest activity first',
  activity: 'Longest silent first',
  waiting: 'Longest waiting first',
  '-priority': 'Most urgent first',
};
export type InboxSort = keyof typeof inboxSorts;

/** The API refuses a longer search. */
export const maxSearchLength = 200;

export type SavedView = SavedViewsQuery['savedViews'][number];

/** What the inbox lists, as its address says: `?view=mine&sort=waiting`, `?label=<id>`, `?q=boiler`, `?saved=<id>&unread=1`. */
export interface InboxAddress {
  /** Empty for all of the view. */
  search: string;
  view: InboxView;
  /** The id of a label: those of the view that have it. */
  label: string | null;
  /** The id of a saved view, in the place of view and label. */
  saved: string | null;
  /** Of all these, only those that wait for an answer of ours, that are unread, that this account has to answer. */
  isWaiting: boolean;
  isUnread: boolean;
  assignee: string | null;
  /** Null: as the view has it. */
  sort: InboxSort | null;
}

export const openView: InboxAddress = {
  search: '',
  view: 'open',
  label: null,
  saved: null,
  isWaiting: false,
  isUnread: false,
  assignee: null,
  sort: null,
};

export const isFiltered = ({ isWaiting, isUnread, assignee }: InboxAddress): boolean =>
  isWaiting || isUnread || assignee !== null;

/** Whatever the address says: what is not known is left out. */
export function readInboxAddress(params: URLSearchParams): InboxAddress {
  const [view, sort] = [params.get('view') ?? '', params.get('sort') ?? ''];
  return {
    search: [...(params.get('q') ?? '').trim()].slice(0, maxSearchLength).join(''),
    view: Object.hasOwn(inboxViews, view) ? (view as InboxView) : openView.view,
    label: params.get('label') || null,
    saved: params.get('saved') || null,
    isWaiting: params.get('waiting') === '1',
    isUnread: params.get('unread') === '1',
    assignee: params.get('assignee') || null,
    sort: Object.hasOwn(inboxSorts, sort) ? (sort as InboxSort) : null,
  };
}

/** The shortest `?…` that says the same; empty for what opens first. */
export function writeInboxAddress(address: InboxAddress): string {
  const { search, view, label, saved, isWaiting, isUnread, assignee, sort } = address;
  const params = new URLSearchParams({
    ...(search !== '' && { q: search }),
    ...(view !== openView.view && { view }),
    ...(label !== null && { label }),
    ...(saved !== null && { saved }),
    ...(isWaiting && { waiting: '1' }),
    ...(isUnread && { unread: '1' }),
    ...(assignee !== null && { assignee }),
    ...(sort !== null && { sort }),
  });
  return params.size === 0 ? '' : `?${params}`;
}

/** `viewerId` is of whoever looks; only `mine` asks for it. */
const viewFilter = ({ view, label }: InboxAddress, viewerId: string | undefined): ConversationFilter => {
  const labelled = label !== null && { labelIds: [label] };
  if (view === 'snoozed') return { status: ['SNOOZED'], ...labelled };
  if (view === 'closed') return { status: ['CLOSED'], ...labelled };
  if (view === 'unread') return { status: ['ACTIVE', 'SNOOZED'], isUnread: true, ...labelled };
  if (view === 'mine') return { status: ['ACTIVE'], assigneeId: viewerId ? [viewerId] : [], ...labelled };
  return { status: ['ACTIVE'], ...(view === 'unassigned' && { isUnassigned: true }), ...labelled };
};

export const orders: Record<InboxSort, ConversationOrder> = {
  '-activity': { field: 'LAST_MESSAGE_AT', direction: 'DESC' },
  activity: { field: 'LAST_MESSAGE_AT', direction: 'ASC' },
  waiting: { field: 'WAITING_SINCE', direction: 'ASC' },
  '-priority': { field: 'PRIORITY', direction: 'DESC' },
};

/** The view that the address names; null where it names none, or one that is not there. */
export const savedOf = ({ saved }: InboxAddress, views: readonly SavedView[] | undefined): SavedView | null =>
  views?.find(({ id }) => id === saved) ?? null;

/** In which order a list is shown. */
export function sortOf({ sort }: InboxAddress, saved: SavedView | null): InboxSort {
  const { field, direction } = saved?.orderBy ?? {};
  const sorts = Object.keys(orders) as InboxSort[];
  const own = sorts.find((each) => orders[each].field === field && orders[each].direction === direction);
  return sort ?? own ?? '-activity';
}

/** `saved` is the view that the address names, if it names one. */
export function variablesOf(
  address: InboxAddress,
  viewerId: string | undefined,
  saved: SavedView | null = null,
): InboxQueryVariables & { filter: ConversationFilter } {
  const { search, isWaiting, isUnread, assignee } = address;
  return {
    filter: {
      ...((saved?.filter as ConversationFilter | undefined) ?? viewFilter(address, viewerId)),
      ...(search !== '' && { search }),
      ...(isWaiting && { isWaiting }),
      ...(isUnread && { isUnread }),
      ...(assignee !== null && { assigneeId: [assignee] }),
    },
    orderBy: orders[sortOf(address, saved)],
  };
}

type Placed = Pick<Work_ConversationFragment, 'status' | 'assignee' | 'labels' | 'priority'>;

/**
 * Whether a conversation, as it is now, stands in the list of this filter; of a search, only the API knows. What was unread, or waited, stays
 * in its list when it is read or answered.
 */
export function belongsTo(filter: ConversationFilter, { status, assignee, labels, priority }: Placed): boolean {
  const isOneOf = <T>(all: T | readonly T[] | null | undefined, found: T | undefined) =>
    all == null || (found !== undefined && [all].flat().includes(found));
  return (
    isOneOf(filter.status, status) &&
    isOneOf(filter.priority, priority) &&
    isOneOf(filter.assigneeId, assignee?.id) &&
    (filter.isUnassigned == null || filter.isUnassigned === (assignee === null)) &&
    (filter.labelIds == null || labels.some(({ id }) => [filter.labelIds].flat().includes(id)))
  );
}
