import type { ConfirmDialogProps } from './confirm-panel';
import { lazyPart } from './lazy-part';
import { OnceOpen } from './once-open';

const ConfirmPanel = lazyPart(() => import('./confirm-panel').then((parts) => parts.ConfirmPanel));

export const ConfirmDialog = (props: ConfirmDialogProps) => (
  <OnceOpen isOpen={props.isOpen}>
    <ConfirmPanel {...props} />
  </OnceOpen>
);
