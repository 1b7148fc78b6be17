import { useId, useRef, useState } from 'react';

interface PanelOptions {
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
}

/** What a button needs to open a panel whose program is loaded when somebody comes near the button: with the pointer, or the keyboard's focus. */
export function usePanel({ isOpen: givenOpen, onOpenChange }: PanelOptions) {
  const anchor = useRef<HTMLButtonElement>(null);
  const id = useId();
  const [ownOpen, setOwnOpen] = useState(false);
  const [wasNear, setWasNear] = useState(false);
  const isOpen = givenOpen ?? ownOpen;
  const comeNear = () => setWasNear(true);
  const change = (next: boolean) => {
    comeNear();
    setOwnOpen(next);
    onOpenChange?.(next);
  };
  const button = {
    id,
    ref: anchor,
    'aria-expanded': isOpen,
    'data-state': isOpen ? 'open' : 'closed',
    onPointerEnter: comeNear,
    onFocus: comeNear,
  };
  return { anchor, id, isOpen, change, button, isLoaded: wasNear || isOpen };
}
