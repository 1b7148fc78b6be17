import { type RefObject, useRef } from 'react';

interface FocusReturn {
  onOpenAutoFocus: () => void;
  onCloseAutoFocus: (event: Event) => void;
}

/**
 * Gives the focus back, when a layer closes, to where it was when it opened. Radix does so only for layers with a trigger of their own,
 * and ours are opened by shortcuts and from menus too. Where something else took the focus by then, it keeps it.
 * `returnTo` is for a layer whose opening takes the focus away first, as a click beside another layer does.
 */
export function useFocusReturn(returnTo?: RefObject<HTMLElement | null>): FocusReturn {
  const origin = useRef<HTMLElement | null>(null);
  return {
    onOpenAutoFocus() {
      origin.current = returnTo?.current ?? originOf(document.activeElement);
    },
    onCloseAutoFocus(event) {
      event.preventDefault();
      // A layer beneath may have drawn the focus to itself by then, which is not what anybody chose.
      const isFree =
        returnTo !== undefined || document.activeElement === null || document.activeElement === document.body;
      if (isFree && origin.current?.isConnected) origin.current.focus({ preventScroll: true });
    },
  };
}

/** An item of a menu is gone by then; the button that opened the menu is not. */
function originOf(element: Element | null): HTMLElement | null {
  const triggerId = element?.closest('[role="menu"]')?.getAttribute('aria-labelledby');
  const origin = triggerId ? document.getElementById(triggerId) : element;
  return origin instanceof HTMLElement ? origin : null;
}
