import { Tooltip as Radix } from 'radix-ui';
import type { ReactElement } from 'react';

const waitMs = 400;

/** Repeats in sight what the element's label says; it never holds what is said nowhere else. */
export function Tooltip({ text, children }: { text: string; children: ReactElement }) {
  return (
    <Radix.Provider delayDuration={waitMs}>
      <Radix.Root>
        <Radix.Trigger asChild>{children}</Radix.Trigger>
        <Radix.Portal>
          <Radix.Content
            sideOffset={6}
            collisionPadding={8}
            className="z-50 animate-appear rounded-sm bg-ink px-2 py-1 text-canvas text-xs shadow-raised"
          >
            {text}
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </Radix.Provider>
  );
}
