import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { Suspense, useEffect, useRef } from 'react';
import { useMay } from '../../access/permissions';
import { useActions } from '../../actions/provider';
import type { ConversationFilter, InboxRow_ConversationFragment } from '../../generated/graphql';
import { lazyPart } from '../../ui/lazy-part';
import type { Selection } from '../../ui/use-selection';
import { useMarkUnread } from '../use-mark-unread';
import { belongsTo, type InboxAddress, writeInboxAddress } from './inbox-address';
import { InboxRow } from './inbox-row';
import { useRowCursor } from './use-row-cursor';

const RowMenus = lazyPart(() => import('./row-menus').then((parts) => parts.RowMenus));

/** Two lines and the room around them. Units: pixels. */
const rowHeight = 64;
/** How many rows the server renders: about a window of them. */
const firstWindow = { width: 360, height: 14 * rowHeight };
/** The next page is asked for when as many rows are left. */
const reach = 20;

interface InboxListProps {
  rows: readonly InboxRow_ConversationFragment[];
  openId: string | null;
  address: InboxAddress;
  /** What the address asks for. */
  filter: ConversationFilter;
  selection: Selection;
  /** Of the inbox. */
  path: string;
  /** Asks for the next page; null where there is none, or it is on its way. */
  onMore: (() => void) | null;
}

/** The rows in sight and some beyond, however many there are. */
export function InboxList({ rows, openId, address, filter, selection, path, onMore }: InboxListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const ids = rows.map(({ id }) => id);
  const { cursorId, setCursorId } = useRowCursor(ids, openId, scroller, () => virtualizer);
  const row = rows.find(({ id }) => id === cursorId) ?? rows.find(({ id }) => id === openId) ?? null;
  const mayWrite = useMay('conversations:write');
  useCursorActions(row, openId !== null, selection);
  const search = writeInboxAddress(address);
  const kept = ids.indexOf(cursorId ?? openId ?? '');
  const virtualizer = useVirtualizer<HTMLElement, Element>({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => ids[index] ?? index,
    overscan: 8,
    initialRect: firstWindow,
    // The row with the focus stays in the page wherever the list is scrolled to, or the focus would be lost.
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      return kept < 0 || shown.includes(kept) ? shown : [...shown, kept].sort((a, b) => a - b);
    },
  });
  const items = virtualizer.getVirtualItems();
  const lastIndex = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (lastIndex >= rows.length - reach) onMore?.();
  }, [lastIndex, rows.length, onMore]);

  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto overscroll-contain">
      <ul aria-label="Conversations" className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const shown = rows[index];
          return (
            shown && (
              <li
                key={shown.id}
                aria-setsize={onMore ? -1 : rows.length}
                aria-posinset={index + 1}
                className="absolute inset-x-0 h-16"
                style={{ top: start }}
              >
                <InboxRow
                  conversation={shown}
                  to={`${path}/${shown.id}${search}`}
                  isOpen={shown.id === openId}
                  isGone={!belongsTo(filter, shown)}
                  isSelected={selection.selectedIds.includes(shown.id)}
                  onFocus={setCursorId}
                  onSelect={selection.toggle}
                />
              </li>
            )
          );
        })}
      </ul>
      {row && openId === null && mayWrite && (
        <Suspense fallback={null}>
          <RowMenus key={row.id} conversation={row} />
        </Suspense>
      )}
    </div>
  );
}

/** Keys that are about the row with the focus: what is open beside the list has them, and what is selected before all. */
function useCursorActions(
  row: InboxRow_ConversationFragment | null,
  isOpenBeside: boolean,
  selection: Selection,
): void {
  const markUnread = useMarkUnread();
  useActions({
    'row.select': row !== null && (() => selection.toggle(row.id, false)),
    'conversation.unread': row !== null && !isOpenBeside && (() => void markUnread([row.id])),
  });
}
