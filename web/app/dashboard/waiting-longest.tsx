import { CircleCheck } from 'lucide-react';
import { Link } from 'react-router';
import { ConversationPreview } from '../conversation-preview/conversation-preview';
import type { WaitingLongest_ConversationFragment } from '../generated/graphql';
import { Avatar } from '../ui/avatar';
import { CardSection } from '../ui/card';
import { EmptyState } from '../ui/empty-state';
import { RelativeTime } from '../ui/relative-time';
import { useSteadyOrder } from '../ui/use-steady-order';
import { CardLink } from './card-link';

interface WaitingLongestProps {
  /** Who has waited longest first. */
  conversations: readonly WaitingLongest_ConversationFragment[];
  /** The company's path. */
  path: string;
}

const list = '?waiting=1&sort=waiting';

/** Whom to answer first. */
export function WaitingLongest({ conversations, path }: WaitingLongestProps) {
  const { items, pointer } = useSteadyOrder(conversations);
  return (
    <CardSection
      id="waiting-longest"
      title="Waiting longest"
      action={<CardLink to={`${path}/inbox${list}`}>All who wait</CardLink>}
    >
      {items.length === 0 ? (
        <EmptyState icon={<CircleCheck />} title="Nobody waits for an answer">
          Whoever has the last word in a conversation that is not closed stands here.
        </EmptyState>
      ) : (
        <ul {...pointer} className="flex flex-col p-2">
          {items.map((conversation) => (
            <li key={conversation.id}>
              <Row conversation={conversation} path={path} />
            </li>
          ))}
        </ul>
      )}
    </CardSection>
  );
}

const Row = ({ conversation, path }: { conversation: WaitingLongest_ConversationFragment; path: string }) => {
  const { id, subject, contact, assignee, waitingSince } = conversation;
  return (
    <Link
      to={`${path}/inbox/${id}${list}`}
      prefetch="intent"
      className="flex items-center gap-3 rounded-control px-3 py-2 hover:bg-hover"
    >
      <Avatar name={contact.name} />
      <span className="flex min-w-0 flex-1 flex-col">
        <span className="flex min-w-0 gap-1.5">
          <span className="shrink-0 font-medium text-ink">{contact.name}</span>
          {subject && <span className="truncate text-ink-muted">{subject}</span>}
        </span>
        <span className="truncate text-detail text-ink-muted">
          <ConversationPreview conversation={conversation} />
        </span>
      </span>
      <span className="flex shrink-0 flex-col items-end gap-1 text-xs">
        {waitingSince && <RelativeTime at={waitingSince} className="text-warning-ink" />}
        <span className="text-ink-muted">{assignee?.name ?? 'Nobody’s'}</span>
      </span>
    </Link>
  );
};
