import { Suspense, useState } from 'react';
import type { DialogProps } from './dialog-panel';
import { lazyPart } from './lazy-part';

const DialogPanel = lazyPart(() => import('./dialog-panel').then((parts) => parts.DialogPanel));

/** What is shown, and how, is loaded when it is first open. */
export function Dialog(props: DialogProps) {
  const [wasOpen, setWasOpen] = useState(props.isOpen);
  if (props.isOpen && !wasOpen) setWasOpen(true);
  return (
    wasOpen && (
      <Suspense fallback={null}>
        <DialogPanel {...props} />
      </Suspense>
    )
  );
}
