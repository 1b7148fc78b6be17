import { type ReactNode, Suspense, useState } from 'react';
import { Link } from 'react-router';
import { useMay } from '../access/permissions';
import { useActions } from '../actions/provider';
import { actionOf } from '../actions/registry';
import type { ThreadHeader_ConversationFragment } from '../generated/graphql';
import { lazyPart } from '../ui/lazy-part';
import { OnceOpen } from '../ui/once-open';
import { LocalTime } from '../ui/relative-time';
import { StatusBadge } from '../ui/status-badge';
import { ConversationTitle } from './conversation-title';
import type { Colleague } from './presence/presence';
import { StatusMenu } from './status-menu';
import { useWork } from './work/use-work';
import { WorkBar } from './work/work-bar';

const Viewers = lazyPart(() => import('./presence/viewers').then((parts) => parts.Viewers));
const GoToDate = lazyPart(() => import('./go-to-date/go-to-date').then((parts) => parts.GoToDate));
const RenameDialog = lazyPart(() => import('./work/rename-dialog').then((parts) => parts.RenameDialog));

/** A thread of fewer is looked through as fast. */
const mostInSight = 50;

const moment: Intl.DateTimeFormatOptions = {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
};

interface ThreadHeaderProps {
  conversation: ThreadHeader_ConversationFragment;
  /** Who else has it open. */
  viewers: readonly Colleague[];
  contactPath?: string | undefined;
  leading?: ReactNode;
  trailing?: ReactNode;
}

export function ThreadHeader({ conversation, viewers, contactPath, leading, trailing }: ThreadHeaderProps) {
  const mayWrite = useMay('conversations:write');
  const work = useWork([conversation]);
  const [isRenaming, setIsRenaming] = useState(false);
  useActions({ 'conversation.rename': () => setIsRenaming(true) });
  return (
    <>
      <header className="flex min-h-14 items-center gap-3 border-line border-b bg-surface px-4 py-2">
        {leading}
        <div className="flex min-w-0 flex-1 flex-col">
          <h2 className="truncate font-semibold text-ink">
            {mayWrite ? (
              <button
                type="button"
                title={actionOf('conversation.rename').words}
                onClick={() => setIsRenaming(true)}
                className="max-w-full truncate rounded-xs text-left hover:underline"
              >
                <ConversationTitle conversation={conversation} />
              </button>
            ) : (
              <ConversationTitle conversation={conversation} />
            )}
          </h2>
          <p className="flex min-w-0 gap-1.5 text-ink-muted text-xs empty:hidden">
            {contactPath && (
              <Link to={contactPath} className="truncate rounded-xs hover:text-ink hover:underline">
                {conversation.contact.name}
              </Link>
            )}
            <StatusNote conversation={conversation} />
          </p>
        </div>
        {viewers.length > 0 && (
          <Suspense fallback={null}>
            <Viewers viewers={viewers} />
          </Suspense>
        )}
        {conversation.messageCount > mostInSight && (
          <Suspense fallback={null}>
            <GoToDate conversationId={conversation.id} />
          </Suspense>
        )}
        {mayWrite ? (
          <StatusMenu conversations={[conversation]} work={work} />
        ) : (
          <StatusBadge status={conversation.status} />
        )}
        {trailing}
      </header>
      <WorkBar conversation={conversation} work={work} />
      <OnceOpen isOpen={isRenaming}>
        <RenameDialog
          subject={conversation.subject}
          isOpen={isRenaming}
          onOpenChange={setIsRenaming}
          onRename={work.rename}
        />
      </OnceOpen>
    </>
  );
}

/** What the status means for the one who reads. */
function StatusNote({ conversation: { status, snoozedUntil } }: { conversation: ThreadHeader_ConversationFragment }) {
  if (status === 'ACTIVE') return null;
  return (
    <span className="truncate">
      {status === 'SNOOZED' && snoozedUntil ? (
        <>
          Snoozed until <LocalTime at={snoozedUntil} format={moment} />
        </>
      ) : (
        'A message from the contact reopens it.'
      )}
    </span>
  );
}
