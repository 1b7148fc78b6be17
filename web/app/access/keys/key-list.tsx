import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { type KeyRow_ApiKeyFragment, useRevokeApiKeyMutation } from '../../generated/graphql';
import { Badge } from '../../ui/badge';
import { Button } from '../../ui/button';
import { useNow } from '../../ui/clock';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { EmptyState } from '../../ui/empty-state';
import { RelativeTime } from '../../ui/relative-time';
import { useAction } from '../use-action';

interface KeyListProps {
  apiKeys: readonly KeyRow_ApiKeyFragment[];
  onRevoked: () => void;
}

export const KeyList = ({ apiKeys, onRevoked }: KeyListProps) =>
  apiKeys.length === 0 ? (
    <EmptyState icon={<KeyRound />} title="No API key yet">
      A key lets a program of yours use the API in the name of this company.
    </EmptyState>
  ) : (
    <ul className="flex flex-col pt-1">
      {apiKeys.map((apiKey) => (
        <KeyRow key={apiKey.id} apiKey={apiKey} onRevoked={onRevoked} />
      ))}
    </ul>
  );

function KeyRow({ apiKey, onRevoked }: { apiKey: KeyRow_ApiKeyFragment; onRevoked: () => void }) {
  const { id, name, hint, scopes, createdAt, expiresAt, lastUsedAt } = apiKey;
  const isOver = new Date(expiresAt ?? '9999-01-01').getTime() < useNow();
  const [isAsking, setIsAsking] = useState(false);
  const [revoke] = useRevokeApiKeyMutation();
  const { act, isBusy } = useAction();
  const end = async () => {
    const isDone = await act(
      async () => (await revoke({ variables: { input: { id } } })).data?.revokeApiKey.userErrors,
    );
    setIsAsking(false);
    if (isDone) onRevoked();
  };
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 border-line border-b px-5 py-3 last:border-0">
      <div className="flex min-w-48 flex-1 flex-col gap-1.5">
        <span className="flex flex-wrap items-center gap-2">
          <span className="font-medium [overflow-wrap:anywhere]">{name}</span>
          <code className="font-mono text-detail text-ink-muted">…{hint}</code>
          {isOver && <Badge tone="warning">expired</Badge>}
        </span>
        <span className="flex flex-wrap gap-1">
          {scopes.map((scope) => (
            <Badge key={scope} className="font-mono">
              {scope}
            </Badge>
          ))}
        </span>
        <span className="text-detail text-ink-muted">
          Created <RelativeTime at={createdAt} /> ·{' '}
          {lastUsedAt === null ? (
            'never used'
          ) : (
            <>
              last used <RelativeTime at={lastUsedAt} />
            </>
          )}{' '}
          ·{' '}
          {expiresAt === null ? (
            'no end'
          ) : (
            <>
              valid until <RelativeTime at={expiresAt} />
            </>
          )}
        </span>
      </div>
      <Button variant="quiet" size="small" aria-label={`Revoke ${name}`} onClick={() => setIsAsking(true)}>
        Revoke
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onOpenChange={setIsAsking}
        title={`Revoke “${name}”?`}
        confirmLabel="Revoke key"
        tone="danger"
        isBusy={isBusy}
        onConfirm={() => void end()}
      >
        Whatever uses it is refused within a second. This cannot be undone.
      </ConfirmDialog>
    </li>
  );
}
