import { useMay } from '../access/permissions';
import type { ThreadHeader_ConversationFragment } from '../generated/graphql';
import { LocalTime } from '../ui/relative-time';
import { StatusBadge } from '../ui/status-badge';
import { ConversationTitle } from './conversation-title';
import { StatusMenu } from './status-menu';

const moment: Intl.DateTimeFormatOptions = {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
};

export function ThreadHeader({ conversation }: { conversation: ThreadHeader_ConversationFragment }) {
  const mayWrite = useMay('conversations:write');
  return (
    <header className="flex min-h-14 items-center justify-between gap-3 border-line border-b bg-surface px-4 py-2">
      <div className="flex min-w-0 flex-col">
        <h2 className="truncate font-semibold text-ink">
          <ConversationTitle conversation={conversation} />
        </h2>
        <StatusNote conversation={conversation} />
      </div>
      {mayWrite ? <StatusMenu conversation={conversation} /> : <StatusBadge status={conversation.status} />}
    </header>
  );
}

/** What the status means for the one who reads. */
function StatusNote({ conversation: { status, snoozedUntil } }: { conversation: ThreadHeader_ConversationFragment }) {
  if (status === 'ACTIVE') return null;
  return (
    <p className="text-ink-muted text-xs">
      {status === 'SNOOZED' && snoozedUntil ? (
        <>
          Snoozed until <LocalTime at={snoozedUntil} format={moment} />
        </>
      ) : (
        'A message from the contact reopens it.'
      )}
    </p>
  );
}
