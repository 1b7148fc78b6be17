import type { ReactNode } from 'react';
import { useMatches } from 'react-router';

/** A route's `handle`. */
export interface PageHandle {
  /** What the page adds under its own entry of the navigation, while it is open. `path` is the page's. */
  navigationParts?: (path: string) => ReactNode;
}

/** So that the frame, which every page loads, need not know what one page shows in it. */
export function usePageParts(): { path: string; element: ReactNode } | null {
  const match = useMatches().find(({ handle }) => (handle as PageHandle | undefined)?.navigationParts);
  if (!match) return null;
  const path = match.pathname.replace(/\/$/, '');
  return { path, element: (match.handle as PageHandle).navigationParts?.(path) };
}
