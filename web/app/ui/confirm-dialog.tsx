import { Suspense, useState } from 'react';
import type { ConfirmDialogProps } from './confirm-panel';
import { lazyPart } from './lazy-part';

const ConfirmPanel = lazyPart(() => import('./confirm-panel').then((parts) => parts.ConfirmPanel));

/** What is shown, and how, is loaded when it is first open. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const [wasOpen, setWasOpen] = useState(props.isOpen);
  if (props.isOpen && !wasOpen) setWasOpen(true);
  return (
    wasOpen && (
      <Suspense fallback={null}>
        <ConfirmPanel {...props} />
      </Suspense>
    )
  );
}
