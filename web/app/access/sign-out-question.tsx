import { ConfirmDialog } from '../ui/confirm-dialog';
import type { SignOut } from './use-sign-out';

/** Asked where signing out would lose what somebody has written. */
export const SignOutQuestion = ({ unsent, stay, leave }: SignOut['question']) => (
  <ConfirmDialog
    isOpen={unsent > 0}
    onOpenChange={(isOpen) => !isOpen && stay()}
    title="Sign out before they are sent?"
    confirmLabel="Discard and sign out"
    cancelLabel="Stay"
    tone="danger"
    onConfirm={leave}
  >
    {unsent === 1 ? '1 message is' : `${unsent} messages are`} not sent yet. Signing out discards what this browser
    keeps of you.
  </ConfirmDialog>
);
