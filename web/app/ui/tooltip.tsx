import {
  cloneElement,
  type FocusEvent,
  type PointerEvent,
  type ReactElement,
  Suspense,
  useEffect,
  useState,
} from 'react';
import { lazyPart } from './lazy-part';

const waitMs = 400;

const TooltipBubble = lazyPart(() => import('./tooltip-bubble').then((parts) => parts.TooltipBubble));

type Handlers = Partial<
  Record<'onPointerEnter' | 'onPointerLeave' | 'onPointerDown', (event: PointerEvent) => void> &
    Record<'onFocus' | 'onBlur', (event: FocusEvent) => void>
>;

interface TooltipProps {
  text: string;
  /** What the keyboard has for it. */
  keys?: readonly string[];
  children: ReactElement<Handlers>;
}

const noKeys: readonly string[] = [];

/** Repeats in sight what the element's label says; it never holds what is said nowhere else. */
export function Tooltip({ text, keys = noKeys, children }: TooltipProps) {
  const [anchor, setAnchor] = useState<Element | null>(null);
  const [isShown, setIsShown] = useState(false);
  useEffect(() => {
    if (!anchor) return;
    const timer = setTimeout(() => setIsShown(true), waitMs);
    const leave = ({ key }: KeyboardEvent) => key === 'Escape' && setAnchor(null);
    document.addEventListener('keydown', leave);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('keydown', leave);
      setIsShown(false);
    };
  }, [anchor]);

  const { props: own } = children;
  const handlers: Handlers = {
    onPointerEnter(event) {
      own.onPointerEnter?.(event);
      if (event.pointerType !== 'touch') setAnchor(event.currentTarget);
    },
    onPointerLeave(event) {
      own.onPointerLeave?.(event);
      setAnchor(null);
    },
    onPointerDown(event) {
      own.onPointerDown?.(event);
      setAnchor(null);
    },
    onFocus(event) {
      own.onFocus?.(event);
      if (event.currentTarget.matches(':focus-visible')) setAnchor(event.currentTarget);
    },
    onBlur(event) {
      own.onBlur?.(event);
      setAnchor(null);
    },
  };
  return (
    <>
      {cloneElement(children, handlers)}
      {isShown && anchor && (
        <Suspense fallback={null}>
          <TooltipBubble anchor={anchor} text={text} keys={keys} />
        </Suspense>
      )}
    </>
  );
}
