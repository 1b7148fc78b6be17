import { Link } from 'react-router';
import { ConversationPreview } from '../conversation-preview/conversation-preview';
import type {
  ContactConversations_ContactFragment,
  ConversationRow_ConversationFragment,
  ConversationTitle_ConversationFragment,
} from '../generated/graphql';
import { Button } from '../ui/button';
import { classNames } from '../ui/class-names';
import { RelativeTime } from '../ui/relative-time';
import { StatusBadge } from '../ui/status-badge';
import { useSteadyOrder } from '../ui/use-steady-order';
import { lastActivityOf, newestFirst } from './choose-conversation';
import { ConversationTitle } from './conversation-title';

interface ConversationListProps {
  contact: ContactConversations_ContactFragment;
  openId: string | null;
  /** A row was chosen, the open one included. */
  onChoose: () => void;
  onMore: () => void;
  isLoadingMore: boolean;
}

/** The contact's conversations, the latest first; each opens in the address's `conversation`. */
export function ConversationList({ contact, openId, onChoose, onMore, isLoadingMore }: ConversationListProps) {
  const { name, conversations } = contact;
  const { items, pointer } = useSteadyOrder(newestFirst(conversations.nodes));
  return (
    <nav
      {...pointer}
      aria-label={`Conversations with ${name}`}
      className="flex min-h-0 flex-1 flex-col gap-1 overflow-y-auto p-2"
    >
      <ul className="flex flex-col gap-0.5">
        {items.map((conversation) => (
          <li key={conversation.id}>
            <ConversationRow
              conversation={conversation}
              contactName={name}
              isOpen={conversation.id === openId}
              onChoose={onChoose}
            />
          </li>
        ))}
      </ul>
      {conversations.pageInfo.hasNextPage && (
        <Button size="small" variant="quiet" onClick={onMore} isBusy={isLoadingMore} className="self-center">
          Show earlier conversations
        </Button>
      )}
    </nav>
  );
}

interface ConversationRowProps {
  conversation: ConversationRow_ConversationFragment & ConversationTitle_ConversationFragment;
  contactName: string;
  isOpen: boolean;
  onChoose: () => void;
}

const ConversationRow = ({ conversation, contactName, isOpen, onChoose }: ConversationRowProps) => (
  <Link
    to={`?conversation=${conversation.id}`}
    preventScrollReset
    prefetch="intent"
    onClick={onChoose}
    aria-current={isOpen ? 'true' : undefined}
    className={classNames(
      'flex flex-col gap-0.5 rounded-control px-3 py-2.5 transition-colors duration-100 hover:bg-hover',
      isOpen && 'bg-accent-soft hover:bg-accent-soft',
    )}
  >
    <span className="line-clamp-2 font-medium text-ink [overflow-wrap:anywhere]">
      <ConversationTitle conversation={conversation} />
    </span>
    <span className="truncate text-detail text-ink-muted">
      <ConversationPreview conversation={conversation} contactName={contactName} />
    </span>
    <span className="flex min-h-5.5 items-center justify-between gap-2">
      <RelativeTime at={lastActivityOf(conversation)} className="text-ink-muted text-xs" />
      {conversation.status !== 'ACTIVE' && <StatusBadge status={conversation.status} />}
    </span>
  </Link>
);
