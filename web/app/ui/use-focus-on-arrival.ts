import { useEffect, useRef } from 'react';

/**
 * After a step to another page, puts the focus where its reading begins: on its heading, or in its first field where
 * the page's `<main>` says `data-begins-in-field`. The first page that opens is the browser's own affair, and where
 * something in the page has taken the focus, it keeps it.
 */
export function useFocusOnArrival(pathname: string): void {
  const arrivedAt = useRef(pathname);
  useEffect(() => {
    if (arrivedAt.current === pathname) return;
    arrivedAt.current = pathname;
    const main = document.querySelector('main');
    if (!main || main.contains(document.activeElement)) return;
    const field = main.hasAttribute('data-begins-in-field') && main.querySelector<HTMLElement>('input, textarea');
    if (field) return field.focus({ preventScroll: true });
    const heading = main.querySelector('h1') ?? main;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }, [pathname]);
}
