import { type RefObject, useEffect } from 'react';
import { useLocation } from 'react-router';

/** Which row was opened from a list, by the key that the history gives to the list's place in it. */
const opened = new Map<string, string>();
const mostRemembered = 50;

const linksOf = (list: HTMLElement): HTMLElement[] => [...list.querySelectorAll<HTMLElement>('[data-contact-link]')];

/** On the way back to a list, puts the focus on the row that one came from: the keyboard goes on from there. */
export function useRowOfReturn(list: RefObject<HTMLElement | null>, isListed: boolean): void {
  const { key } = useLocation();

  useEffect(() => {
    const element = list.current;
    const remember = ({ target }: Event) => {
      const href = (target as Element).closest('[data-contact-link]')?.getAttribute('href');
      if (!href) return;
      if (opened.size >= mostRemembered) opened.clear();
      opened.set(key, href);
    };
    element?.addEventListener('click', remember, { capture: true });
    return () => element?.removeEventListener('click', remember, { capture: true });
  }, [list, key]);

  useEffect(() => {
    const href = opened.get(key);
    if (!isListed || href === undefined || !list.current) return;
    opened.delete(key);
    const row = linksOf(list.current).find((link) => link.getAttribute('href') === href);
    row?.focus({ preventScroll: true });
  }, [list, isListed, key]);
}
