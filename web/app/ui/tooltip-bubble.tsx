import { Popper } from 'radix-ui/internal';
import { useMemo } from 'react';
import { createPortal } from 'react-dom';

interface TooltipBubbleProps {
  anchor: Element;
  text: string;
  keys: readonly string[];
}

/** Hidden from screen readers, which have the button's label. */
export function TooltipBubble({ anchor, text, keys }: TooltipBubbleProps) {
  const place = useMemo(() => ({ current: anchor }), [anchor]);
  return (
    <Popper.Root>
      <Popper.Anchor virtualRef={place} />
      {createPortal(
        <Popper.Content
          aria-hidden="true"
          side="top"
          sideOffset={6}
          collisionPadding={8}
          className="pointer-events-none z-50 flex animate-appear items-center gap-1.5 rounded-sm bg-ink px-2 py-1 text-canvas text-xs shadow-raised"
        >
          {text}
          {keys.map((key) => (
            <kbd key={key} className="rounded-xs border border-canvas/40 px-1 font-sans">
              {key}
            </kbd>
          ))}
        </Popper.Content>,
        document.body,
      )}
    </Popper.Root>
  );
}
