import { useState } from 'react';
import type { ConversationFilter, InboxRow_ConversationFragment } from '../../generated/graphql';
import { belongsTo } from './inbox-address';

export interface InboxRows {
  /** Null until they are read. */
  rows: readonly InboxRow_ConversationFragment[] | null;
  leave: (ids: readonly string[]) => void;
  forget: () => void;
}

/**
 * The rows of the list: as it was read, less what its reader has closed or put off since. What colleagues change stays in its place.
 * Give the component the address as `key`: another list begins anew.
 */
export function useInboxRows(
  nodes: readonly InboxRow_ConversationFragment[] | undefined,
  filter: ConversationFilter,
): InboxRows {
  const [leftIds, setLeftIds] = useState<readonly string[]>([]);
  return {
    rows: nodes?.filter((row) => !leftIds.includes(row.id) || belongsTo(filter, row)) ?? null,
    leave: (ids) => setLeftIds((left) => [...left, ...ids]),
    forget: () => setLeftIds([]),
  };
}

/** What opens when these are gone: the row after the first of them, else the one before it; null where nothing is left. */
export function nextAfter(rows: readonly { id: string }[], goneIds: readonly string[]): string | null {
  const at = rows.findIndex(({ id }) => goneIds.includes(id));
  if (at < 0) return null;
  const stays = ({ id }: { id: string }) => !goneIds.includes(id);
  return (rows.slice(at).find(stays) ?? rows.slice(0, at).findLast(stays))?.id ?? null;
}
