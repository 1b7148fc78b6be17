import type { KeyboardEvent as ReactKeyboardEvent, RefObject } from 'react';

/** Moves the focus between the contacts of a list. */
export function useRowKeys(list: RefObject<HTMLElement | null>) {
  const move = (step: 1 | -1) => {
    const links = [...(list.current?.querySelectorAll<HTMLElement>('[data-contact-link]') ?? [])];
    const current = links.indexOf(document.activeElement as HTMLElement);
    const next = current < 0 ? (step === 1 ? links[0] : undefined) : links[current + step];
    next?.focus();
    next?.closest('tr')?.scrollIntoView({ block: 'nearest' });
  };
  return {
    next: () => move(1),
    previous: () => move(-1),
    /** Arrow keys scroll the page, except from one row to the next. */
    onKeyDown: (event: ReactKeyboardEvent) => {
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
      if (!(event.target instanceof HTMLElement && event.target.matches('[data-contact-link]'))) return;
      event.preventDefault();
      move(event.key === 'ArrowDown' ? 1 : -1);
    },
  };
}
