import { MessagesSquare } from 'lucide-react';
import { Link } from 'react-router';
import { ConversationPreview } from '../conversation-preview/conversation-preview';
import type { RecentConversations_ConversationFragment } from '../generated/graphql';
import { Avatar } from '../ui/avatar';
import { CardSection } from '../ui/card';
import { EmptyState } from '../ui/empty-state';
import { RelativeTime } from '../ui/relative-time';
import { StatusBadge } from '../ui/status-badge';
import { useSteadyOrder } from '../ui/use-steady-order';
import { CardLink } from './card-link';

interface RecentConversationsProps {
  conversations: readonly RecentConversations_ConversationFragment[];
  /** The company's path. */
  path: string;
}

export function RecentConversations({ conversations, path }: RecentConversationsProps) {
  const { items, pointer } = useSteadyOrder(conversations);
  return (
    <CardSection
      id="recent-conversations"
      title="Recent conversations"
      action={<CardLink to={`${path}/inbox`}>All open</CardLink>}
    >
      {conversations.length === 0 && (
        <EmptyState icon={<MessagesSquare />} title="No conversation yet">
          Open a contact to start one.
        </EmptyState>
      )}
      <ul {...pointer} className="flex flex-col p-2">
        {items.map((conversation) => (
          <li key={conversation.id}>
            <Link
              to={`${path}/contacts/${conversation.contact.id}?conversation=${conversation.id}`}
              prefetch="intent"
              className="flex items-center gap-3 rounded-control px-3 py-2 hover:bg-hover"
            >
              <Avatar name={conversation.contact.name} />
              <span className="flex min-w-0 flex-1 flex-col">
                <span className="flex min-w-0 gap-1.5">
                  <span className="shrink-0 font-medium text-ink">{conversation.contact.name}</span>
                  {conversation.subject && <span className="truncate text-ink-muted">{conversation.subject}</span>}
                </span>
                <span className="truncate text-detail text-ink-muted">
                  <ConversationPreview conversation={conversation} />
                </span>
              </span>
              <span className="flex shrink-0 flex-col items-end gap-1">
                <RelativeTime
                  at={conversation.lastMessageAt ?? conversation.createdAt}
                  className="text-ink-muted text-xs"
                />
                <StatusBadge status={conversation.status} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </CardSection>
  );
}
