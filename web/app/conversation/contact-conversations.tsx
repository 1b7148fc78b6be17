import { MessagesSquare } from 'lucide-react';
import { useState } from 'react';
import { IfMay } from '../access/permissions';
import { type ContactConversations_ContactFragment, useConversationsOfContactSubscription } from '../generated/graphql';
import { classNames } from '../ui/class-names';
import { EmptyState } from '../ui/empty-state';
import { ConversationList } from './conversation-list';
import { StartConversation } from './start-conversation';
import { Thread } from './thread';
import { addToContact } from './thread-cache';

interface ContactConversationsProps {
  contact: ContactConversations_ContactFragment;
  /** Of the conversation that is open; null where there is none. */
  openId: string | null;
  /** On a narrow page there is room for one of the two. */
  narrowView: 'thread' | 'list';
  /** Asks for the thread where the list alone is in sight. */
  onShowThread: () => void;
  isWriting: boolean;
  /** Null leads to the default conversation. */
  onOpen: (conversationId: string | null, options?: { isWriting: boolean }) => void;
  onMore: () => Promise<unknown>;
}

/** The contact's conversations beside the one that is open. */
export function ContactConversations({
  contact,
  openId,
  narrowView,
  onShowThread,
  isWriting,
  onOpen,
  onMore,
}: ContactConversationsProps) {
  const [isLoadingMore, setIsLoadingMore] = useState(false);
  const { id: contactId, name, conversations } = contact;
  const count = conversations.nodes.length;
  useListChanges(contactId);

  const start = (
    <IfMay permission="conversations:write">
      <StartConversation contactId={contactId} contactName={name} onStarted={(id) => onOpen(id, { isWriting: true })} />
    </IfMay>
  );
  const loadMore = () => {
    setIsLoadingMore(true);
    void onMore().finally(() => setIsLoadingMore(false));
  };
  return (
    <div className="flex min-h-0 min-w-0 flex-1">
      <div
        className={classNames(
          'flex min-h-0 w-full flex-col bg-surface md:w-60 md:border-line md:border-r 2xl:w-72',
          narrowView === 'thread' && 'max-md:hidden',
        )}
      >
        <div className="flex min-h-14 items-center justify-between gap-2 border-line border-b py-2 pr-3 pl-5">
          <h2 className="font-semibold text-ink">Conversations</h2>
          {start}
        </div>
        {count === 0 ? (
          <p className="px-5 py-4 text-ink-muted">None yet.</p>
        ) : (
          <ConversationList
            contact={contact}
            openId={openId}
            onChoose={onShowThread}
            onMore={loadMore}
            isLoadingMore={isLoadingMore}
          />
        )}
      </div>
      <div className={classNames('flex min-h-0 min-w-0 flex-1 flex-col', narrowView === 'list' && 'max-md:hidden')}>
        {openId ? (
          <Thread
            key={openId}
            conversationId={openId}
            contactId={contactId}
            isWriting={isWriting}
            onLeave={() => onOpen(null)}
          />
        ) : (
          <EmptyState
            icon={<MessagesSquare />}
            title={`No conversation with ${name} yet`}
            action={start}
            className="m-auto"
          >
            Start one to write the first message.
          </EmptyState>
        )}
      </div>
    </div>
  );
}

/** A changed row is in the cache by its id already; a new conversation must be put into the list. */
function useListChanges(contactId: string): void {
  useConversationsOfContactSubscription({
    ignoreResults: true,
    onData: ({ client, data: { data } }) => {
      const changed = data?.conversationChanged;
      if (changed?.contact.id === contactId) addToContact(client.cache, contactId, changed.id);
    },
  });
}
