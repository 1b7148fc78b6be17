import { Popper } from 'radix-ui/internal';
import { useMemo } from 'react';
import { createPortal } from 'react-dom';

/** Hidden from screen readers, which have the button's label. */
export function TooltipBubble({ anchor, text }: { anchor: Element; text: string }) {
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
          className="pointer-events-none z-50 animate-appear rounded-sm bg-ink px-2 py-1 text-canvas text-xs shadow-raised"
        >
          {text}
        </Popper.Content>,
        document.body,
      )}
    </Popper.Root>
  );
}
