import { useEffect, useLayoutEffect, useRef, useState } from 'react';

const nearBottomPx = 48;
const nearTopPx = 300;

/**
 * Keeps the reader's place in a thread whose scroller is a `flex-col-reverse`: its `scrollTop` is 0 at the newest message and negative above,
 * so that the page opens at the newest message without a script, and older messages above move nothing.
 * What is left to do is the other side: what arrives below must not move the text of someone who reads further up.
 */
export function useThreadScroll({ lastNumber, onNearTop }: { lastNumber: number; onNearTop: () => void }) {
  const scroller = useRef<HTMLDivElement>(null);
  /** Null at the bottom, else the last number that was in view there. */
  const [leftAt, setLeftAt] = useState<number | null>(null);
  const known = useRef({ lastNumber, height: 0 });

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const grown = element.scrollHeight - known.current.height;
    if (lastNumber > known.current.lastNumber && leftAt !== null) element.scrollTop -= grown;
    known.current = { lastNumber, height: element.scrollHeight };
  });

  // What grows without a new message, as blocks do that come into sight, is no growth at the bottom.
  useEffect(() => {
    const element = scroller.current;
    const content = element?.firstElementChild;
    if (!element || !content) return;
    const observer = new ResizeObserver(() => {
      known.current.height = element.scrollHeight;
    });
    observer.observe(content);
    return () => observer.disconnect();
  });

  const onScroll = () => {
    const element = scroller.current;
    if (!element) return;
    const fromBottom = Math.abs(element.scrollTop);
    const fromTop = element.scrollHeight - element.clientHeight - fromBottom;
    setLeftAt((left) => (fromBottom <= nearBottomPx ? null : (left ?? lastNumber)));
    if (fromTop < nearTopPx) onNearTop();
  };

  const scrollToNewest = () => {
    if (scroller.current) scroller.current.scrollTop = 0;
    setLeftAt(null);
  };

  return { scroller, onScroll, leftAt, scrollToNewest };
}
