import type { Virtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import { useActions } from '../../actions/provider';
import { nextAfter } from './use-inbox-rows';

/** Moves the focus from row to row with the keyboard, those that are not in the page yet included; it begins at the open one. */
export function useRowCursor(
  ids: readonly string[],
  openId: string | null,
  scroller: React.RefObject<HTMLElement | null>,
  virtualizer: () => Virtualizer<HTMLElement, Element>,
) {
  const [cursorId, setCursorId] = useState<string | null>(null);
  const isMoving = useRef(false);

  const move = (step: 1 | -1) => {
    const current = ids.indexOf(cursorId !== null && ids.includes(cursorId) ? cursorId : (openId ?? ''));
    const at = current < 0 ? 0 : current + step;
    const id = ids[at];
    if (id === undefined) return;
    virtualizer().scrollToIndex(at, { align: 'auto' });
    isMoving.current = true;
    setCursorId(id);
    focusRow(scroller.current, id);
  };
  // A row that was out of sight is in the page by now.
  useEffect(() => {
    if (!isMoving.current || cursorId === null) return;
    isMoving.current = !focusRow(scroller.current, cursorId);
  });
  // Where the row with the focus has gone, as when it was closed, the one after it has it.
  const known = useRef(ids);
  useEffect(() => {
    const before = known.current;
    known.current = ids;
    if (cursorId === null || ids.includes(cursorId) || !before.includes(cursorId)) return;
    const next = nextAfter(
      before.map((id) => ({ id })),
      before.filter((id) => !ids.includes(id)),
    );
    // Not away from a menu, or a field beside the list.
    isMoving.current = next !== null && document.activeElement === document.body;
    setCursorId(next);
  }, [ids, cursorId]);
  useActions({ 'row.next': () => move(1), 'row.previous': () => move(-1) });
  return { cursorId, setCursorId };
}

function focusRow(list: HTMLElement | null, id: string): boolean {
  const row = list?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`);
  row?.focus({ preventScroll: true });
  return row !== undefined && row !== null;
}
