import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** Shown this far above and below the window: what is scrolled to is there before it comes into sight. */
const margin = '1200px 0px';

interface NearView {
  ref: RefObject<HTMLDivElement | null>;
  isNear: boolean;
  /** Of the content when it was let go, or of the place that was held for it; null at first. */
  heightPx: number | null;
}

/**
 * Whether an element is in its scroller's sight or near it. Its content can be let go meanwhile: the height stays.
 * Content that is focused or selected is not let go. Where there is no IntersectionObserver, everything counts as near.
 */
export function useNearView(isNearAtFirst: boolean): NearView {
  const ref = useRef<HTMLDivElement>(null);
  const [isNear, setIsNear] = useState(isNearAtFirst);
  const height = useRef<number | null>(null);

  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    if (typeof IntersectionObserver === 'undefined') return setIsNear(true);
    const observer = new IntersectionObserver(
      (entries) => {
        const entry = entries.at(-1);
        if (!entry || (!entry.isIntersecting && isInUse(element))) return;
        height.current = entry.boundingClientRect.height;
        setIsNear(entry.isIntersecting);
      },
      { root: scrollerOf(element), rootMargin: margin },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useLayoutEffect(() => {
    if (isNear) keepPlace(ref.current, height.current);
  }, [isNear]);

  return { ref, isNear, heightPx: height.current };
}

/**
 * Content below the window that comes with another height than its place had, as where that was guessed or the window was wider,
 * must not move what is read. The scroller counts from its end, so the growth has moved the element's own top.
 */
function keepPlace(element: HTMLElement | null, heldPx: number | null): void {
  const scroller = element && scrollerOf(element);
  if (!scroller || heldPx === null) return;
  const { top, height } = element.getBoundingClientRect();
  const grown = height - heldPx;
  if (grown !== 0 && top + grown >= scroller.getBoundingClientRect().bottom) scroller.scrollTop -= grown;
}

function isInUse(element: HTMLElement): boolean {
  const selection = document.getSelection();
  const isSelected = selection !== null && !selection.isCollapsed && selection.containsNode(element, true);
  return isSelected || element.contains(document.activeElement);
}

function scrollerOf(element: HTMLElement): HTMLElement | null {
  let parent = element.parentElement;
  while (parent && getComputedStyle(parent).overflowY !== 'auto') parent = parent.parentElement;
  return parent;
}
