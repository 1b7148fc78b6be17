import type { KeyboardEvent as ReactKeyboardEvent, RefObject } from 'react';
import type { Selection } from '../../ui/use-selection';

const idOf = (row: Element | null | undefined): string | null => row?.getAttribute('data-contact-link') ?? null;

/** Moves the focus between the contacts of a list, and selects them. */
export function useRowKeys(list: RefObject<HTMLElement | null>, selection: Selection) {
  const rowsOf = () => [...(list.current?.querySelectorAll<HTMLElement>('[data-contact-link]') ?? [])];
  const focused = () => rowsOf().find((row) => row === document.activeElement) ?? null;

  const move = (step: 1 | -1): HTMLElement | undefined => {
    const links = rowsOf();
    const current = links.indexOf(document.activeElement as HTMLElement);
    const next = current < 0 ? (step === 1 ? links[0] : undefined) : links[current + step];
    next?.focus();
    next?.closest('tr')?.scrollIntoView({ block: 'nearest' });
    return next;
  };
  /** From the row with the focus to the one after it. */
  const extend = (step: 1 | -1) => {
    const from = idOf(focused());
    const to = idOf(move(step));
    if (from !== null && !selection.selectedIds.includes(from)) selection.toggle(from, false);
    if (to !== null && !selection.selectedIds.includes(to)) selection.toggle(to, false);
  };
  return {
    next: () => void move(1),
    previous: () => void move(-1),
    select: () => {
      const id = idOf(focused());
      if (id !== null) selection.toggle(id, false);
    },
    /** Arrow keys scroll the page, except from one row to the next. */
    onKeyDown: (event: ReactKeyboardEvent) => {
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
      if (!(event.target instanceof HTMLElement && event.target.matches('[data-contact-link]'))) return;
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (event.shiftKey) extend(step);
      else move(step);
    },
  };
}
