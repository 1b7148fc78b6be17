import { Check } from 'lucide-react';
import { Link } from 'react-router';
import type { NotificationRow_NotificationFragment } from '../generated/graphql';
import { Avatar } from '../ui/avatar';
import { classNames } from '../ui/class-names';
import { IconButton } from '../ui/icon-button';
import { RelativeTime } from '../ui/relative-time';
import { kindWords, whoOf } from './words';

interface NotificationRowProps {
  notification: NotificationRow_NotificationFragment;
  /** Of the conversation. */
  to: string;
  onOpen: () => void;
  onMark: () => void;
}

/** Who, what, where and when; what is unread is told by a word and a dot, not by its weight alone. */
export function NotificationRow({ notification, to, onOpen, onMark }: NotificationRowProps) {
  const { kind, isRead, createdAt, conversation } = notification;
  const who = whoOf(notification);
  return (
    <>
      <Link
        to={to}
        onClick={onOpen}
        className="flex min-w-0 flex-1 items-start gap-3 py-2.5 pl-4 hover:bg-hover focus-visible:-outline-offset-2"
      >
        <Avatar name={who} />
        <span className="flex min-w-0 flex-1 flex-col">
          <span className={classNames('[overflow-wrap:anywhere]', isRead ? 'text-ink-muted' : 'text-ink')}>
            {!isRead && <span className="sr-only">Unread: </span>}
            <span className="font-medium text-ink">{who}</span> {kindWords[kind]}
          </span>
          <span className="truncate text-detail text-ink-muted">
            {conversation.subject ?? conversation.contact.name}
          </span>
          <RelativeTime at={createdAt} className="text-ink-muted text-xs" />
        </span>
        {!isRead && <span aria-hidden="true" className="mt-2 size-2 shrink-0 rounded-full bg-accent" />}
      </Link>
      <span className="flex w-11 shrink-0 items-center justify-center">
        {!isRead && (
          <IconButton
            label={`Mark read: ${who} ${kindWords[kind]}`}
            icon={<Check aria-hidden="true" />}
            onClick={onMark}
            className="max-md:size-10"
          />
        )}
      </span>
    </>
  );
}
