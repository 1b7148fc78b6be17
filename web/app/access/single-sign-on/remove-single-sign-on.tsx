import { useState } from 'react';
import { useRemoveSingleSignOnMutation } from '../../generated/graphql';
import { Button } from '../../ui/button';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { useAction } from '../use-action';

interface RemoveSingleSignOnProps {
  tenantId: string;
  onRemoved: () => void;
}

export function RemoveSingleSignOn({ tenantId, onRemoved }: RemoveSingleSignOnProps) {
  const [isAsking, setIsAsking] = useState(false);
  const [remove] = useRemoveSingleSignOnMutation();
  const { act, isBusy } = useAction();
  const end = async () => {
    const isDone = await act(
      async () => (await remove({ variables: { input: { tenantId } } })).data?.removeSingleSignOn.userErrors,
    );
    setIsAsking(false);
    if (isDone) onRemoved();
  };
  return (
    <>
      <Button variant="quiet" size="small" onClick={() => setIsAsking(true)}>
        Remove
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onOpenChange={setIsAsking}
        title="Remove single sign-on?"
        confirmLabel="Remove single sign-on"
        tone="danger"
        isBusy={isBusy}
        onConfirm={() => void end()}
      >
        Whoever is signed in by your provider is signed out within a second. Members stay members: with a new password,
        which they ask for on the sign-in page, they come in without it.
      </ConfirmDialog>
    </>
  );
}
