import { ConversationStatus } from '../contact/conversation-status';
import type { Sql } from '../database/tables';
import { OrderDirection } from '../graphql/order-direction';
import type { PageRequest, Position } from '../graphql/pagination';
import { waits } from './conversation.conditions';
import { type ConversationFilter, type ConversationOrder, ConversationOrderField } from './conversation.inputs';

/** A part of a list that some index has in the list's order; or one that is small enough to be sorted. */
export interface Part {
  /** Instead of the list's own. */
  filter?: ConversationFilter;
  conditions: string[];
  /** What it is ordered by, and the type of that. */
  key: string;
  type: 'timestamptz' | 'int';
  /** Whether the ids have its order too. */
  isById?: boolean;
  /** Whether, as ids alone tell, it begins behind the cursor or ends in front of it. */
  beyond?: 'all' | 'none';
}

export function partsOf(
  filter: ConversationFilter,
  { field, direction }: ConversationOrder,
  page: PageRequest,
): Part[] {
  switch (field) {
    case ConversationOrderField.LAST_MESSAGE_AT:
      return byActivity(filter);
    case ConversationOrderField.CREATED_AT:
      // Ids begin with the moment of creation: they have its order without an index of its own.
      return [{ key: 'v.created_at', type: 'timestamptz', conditions: [], isById: !filter.contactId }];
    case ConversationOrderField.WAITING_SINCE:
      return [{ key: 'v.waiting_since', type: 'timestamptz', conditions: [waits] }];
    case ConversationOrderField.PRIORITY:
      return isSorted(filter)
        ? [{ key: 'v.priority', type: 'int', conditions: [] }]
        : byPriority(direction, page.after);
  }
}

/** Those of a contact, and those that a search has found, are few, and sorted when they have been found. */
const isSorted = ({ contactId, search }: ConversationFilter): boolean => Boolean(contactId || search);

/** In order of the last message only of one status, or one contact: each index that has that moment in it is written with every message. */
function byActivity(filter: ConversationFilter): Part[] {
  const part: Part = { key: 'coalesce(v.last_message_at, v.created_at)', type: 'timestamptz', conditions: [] };
  const statuses = [...new Set(filter.status ?? Object.values(ConversationStatus))];
  if (isSorted(filter) || statuses.length === 0) return [part];
  return statuses.map((status) => ({ ...part, filter: { status: [status] } }));
}

/** Those that matter are few, and have an index; all others are of one priority, in the order of their ids. */
function byPriority(direction: OrderDirection, after: Position | null): Part[] {
  const part = { key: 'v.priority', type: 'int' as const };
  const isPastOthers = after !== null && Number(after.key) > 0;
  const beyond = isPastOthers
    ? { beyond: direction === OrderDirection.DESC ? ('all' as const) : ('none' as const) }
    : {};
  return [
    { ...part, conditions: ['v.priority > 0'] },
    { ...part, conditions: ['v.priority = 0'], isById: true, ...beyond },
  ];
}

interface PartPage {
  direction: OrderDirection;
  page: PageRequest;
  columns: string;
}

/** The statement of a page of one part, under these conditions. */
export function conversationPart(
  { tables, bind }: Sql,
  { key, type, isById = false, beyond }: Part,
  conditions: string[],
  { direction, page, columns }: PartPage,
): string {
  const within = [...conditions];
  if (beyond === 'none') within.push('false');
  if (page.after && !beyond) {
    const sign = direction === OrderDirection.ASC ? '>' : '<';
    const { key: lastKey, id } = page.after;
    within.push(
      isById
        ? `v.id ${sign} ${bind(id)}::uuid`
        : `(${key}, v.id) ${sign} (${bind(lastKey)}::${type}, ${bind(id)}::uuid)`,
    );
  }
  return `select ${columns}, ${key} as "sortKey" from ${tables.conversations} v where ${['true', ...within].join(' and ')}
     order by ${isById ? '' : `${key} ${direction}, `}v.id ${direction} limit ${page.size + 1}`;
}
