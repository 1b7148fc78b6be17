import { MonitorSmartphone } from 'lucide-react';
import {
  type SessionRow_SessionFragment,
  useRevokeSessionMutation,
  useSignOutEverywhereMutation,
} from '../../generated/graphql';
import { Badge } from '../../ui/badge';
import { Button } from '../../ui/button';
import { CardSection } from '../../ui/card';
import { RelativeTime } from '../../ui/relative-time';
import { useAction } from '../use-action';
import { describeDevice } from './device';

interface SessionListProps {
  sessions: readonly SessionRow_SessionFragment[];
  onChanged: () => void;
}

/** Where the person is signed in. */
export function SessionList({ sessions, onChanged }: SessionListProps) {
  const [signOutEverywhere] = useSignOutEverywhereMutation();
  const { act, isBusy } = useAction();
  const endOthers = async () => {
    if (await act(async () => (await signOutEverywhere()).data?.signOutEverywhere.userErrors)) onChanged();
  };
  return (
    <CardSection
      id="sessions"
      title="Sessions and devices"
      action={
        sessions.length > 1 && (
          <Button size="small" isBusy={isBusy} onClick={() => void endOthers()}>
            Sign out everywhere else
          </Button>
        )
      }
    >
      <ul className="flex flex-col pt-1">
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} onChanged={onChanged} />
        ))}
      </ul>
    </CardSection>
  );
}

function SessionRow({ session, onChanged }: { session: SessionRow_SessionFragment; onChanged: () => void }) {
  const { id, userAgent, address, createdAt, lastUsedAt, isCurrent } = session;
  const device = describeDevice(userAgent);
  const [revoke] = useRevokeSessionMutation();
  const { act, isBusy } = useAction();
  const end = async () => {
    const isDone = await act(
      async () => (await revoke({ variables: { input: { id } } })).data?.revokeSession.userErrors,
    );
    if (isDone) onChanged();
  };
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 border-line border-b px-5 py-3 last:border-0">
      <MonitorSmartphone aria-hidden="true" className="size-5 shrink-0 text-ink-muted" />
      <div className="flex min-w-48 flex-1 flex-col">
        <span className="flex flex-wrap items-center gap-2 font-medium">
          <span className="[overflow-wrap:anywhere]">{device}</span>
          {isCurrent && <Badge tone="accent">this one</Badge>}
        </span>
        <span className="text-detail text-ink-muted">
          {address && <span className="font-mono">{address} · </span>}
          signed in <RelativeTime at={createdAt} /> · last used <RelativeTime at={lastUsedAt} />
        </span>
      </div>
      {!isCurrent && (
        <Button
          variant="quiet"
          size="small"
          aria-label={`Sign out ${device}`}
          isBusy={isBusy}
          onClick={() => void end()}
        >
          Sign out
        </Button>
      )}
    </li>
  );
}
