import type { DialogProps } from './dialog-panel';
import { lazyPart } from './lazy-part';
import { OnceOpen } from './once-open';

const DialogPanel = lazyPart(() => import('./dialog-panel').then((parts) => parts.DialogPanel));

export const Dialog = (props: DialogProps) => (
  <OnceOpen isOpen={props.isOpen}>
    <DialogPanel {...props} />
  </OnceOpen>
);
