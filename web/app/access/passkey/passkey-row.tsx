import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { type PasskeyRow_PasskeyFragment, useRemovePasskeyMutation } from '../../generated/graphql';
import { Button } from '../../ui/button';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { RelativeTime } from '../../ui/relative-time';
import { useAction } from '../use-action';

export function PasskeyRow({ passkey }: { passkey: PasskeyRow_PasskeyFragment }) {
  const { id, name, createdAt, lastUsedAt } = passkey;
  const [isAsking, setIsAsking] = useState(false);
  const [remove] = useRemovePasskeyMutation();
  const { act, isBusy } = useAction();
  const end = async () => {
    await act(async () => (await remove({ variables: { input: { id } } })).data?.removePasskey.userErrors);
    setIsAsking(false);
  };
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 border-line border-b px-5 py-3">
      <KeyRound aria-hidden="true" className="size-5 shrink-0 text-ink-muted" />
      <div className="flex min-w-48 flex-1 flex-col">
        <span className="font-medium [overflow-wrap:anywhere]">{name}</span>
        <span className="text-detail text-ink-muted">
          added <RelativeTime at={createdAt} /> ·{' '}
          {lastUsedAt === null ? (
            'never used'
          ) : (
            <>
              last used <RelativeTime at={lastUsedAt} />
            </>
          )}
        </span>
      </div>
      <Button variant="quiet" size="small" aria-label={`Remove ${name}`} onClick={() => setIsAsking(true)}>
        Remove
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onOpenChange={setIsAsking}
        title={`Remove “${name}”?`}
        confirmLabel="Remove passkey"
        tone="danger"
        isBusy={isBusy}
        onConfirm={() => void end()}
      >
        It will no longer open your account. Your device may go on offering it until you remove it there, too.
      </ConfirmDialog>
    </li>
  );
}
