import { MessageSquareDashed, MessageSquareText } from 'lucide-react';
import { useState } from 'react';
import { nameOfActor } from '../access/actor';
import { useMay } from '../access/permissions';
import { useViewer } from '../access/viewer';
import type { SenderType, ThreadMessage_MessageFragment } from '../generated/graphql';
import { notYetArrived } from '../outbox/outgoing-message';
import { useOutbox, useOutgoingMessages } from '../outbox/provider';
import { useDiscard } from '../outbox/use-discard';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { ErrorState } from '../ui/error-state';
import { Composer } from './composer';
import { MessageList, NewestButton } from './message-list';
import { OutgoingBubble } from './outgoing-bubble';
import { ThreadHeader } from './thread-header';
import { ThreadSkeleton } from './thread-skeleton';
import { useThread } from './use-thread';
import { useThreadScroll } from './use-thread-scroll';

interface ThreadProps {
  conversationId: string;
  contactId: string;
  /** Puts the cursor into the composer. */
  isWriting: boolean;
  /** Leads to a conversation that exists. */
  onLeave: () => void;
}

/** One conversation: its messages and the place to write the next one. Give it the conversation's id as `key`. */
export function Thread({ conversationId, contactId, isWriting, onLeave }: ThreadProps) {
  const { outbox, sendNow } = useOutbox();
  const outgoing = useOutgoingMessages().filter((message) => message.conversationId === conversationId);
  const viewerId = useViewer()?.id;
  /** A colleague may write the same words at the same time. */
  const own = (some: readonly ThreadMessage_MessageFragment[]) =>
    some.filter(({ author }) => viewerId === undefined || author?.id === viewerId);
  const mayWrite = useMay('conversations:write');
  const [announcement, setAnnouncement] = useState('');
  const announce = (message: ThreadMessage_MessageFragment) => {
    const isOwn = notYetArrived(outgoing, own([message])).length < outgoing.length;
    if (!isOwn) setAnnouncement(announcementOf(message));
  };
  const { conversation, messages, error, isLoading, retry, older } = useThread(conversationId, announce);
  const waiting = notYetArrived(outgoing, own(messages));
  const discard = useDiscard();
  const lastNumber = messages.at(-1)?.number ?? 0;
  const { scroller, onScroll, leftAt, scrollToNewest } = useThreadScroll({ lastNumber, onNearTop: older.load });

  if (error && !conversation) {
    return (
      <ErrorState
        title="The conversation could not be loaded"
        onRetry={retry}
        isRetrying={isLoading}
        className="m-auto"
      >
        Nothing that was confirmed is lost.
      </ErrorState>
    );
  }
  if (!conversation && isLoading) return <ThreadSkeleton />;
  if (!conversation || conversation.contact.id !== contactId) return <UnknownConversation onLeave={onLeave} />;

  const { name } = conversation.contact;
  const place = { contactId, contactName: name, subject: conversation.subject };
  const isEmpty = messages.length === 0 && waiting.length === 0;
  const sendNew = (content: string, senderType: SenderType) => {
    outbox.add({ conversationId, content, senderType, place, afterNumber: lastNumber });
    scrollToNewest();
  };
  return (
    <>
      <ThreadHeader conversation={conversation} />
      <div className="relative flex min-h-0 flex-1 flex-col">
        <section
          ref={scroller}
          onScroll={onScroll}
          aria-label="Messages"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard must be able to scroll it
          tabIndex={0}
          className="flex min-h-0 flex-1 flex-col-reverse overflow-y-auto overscroll-contain px-4 py-5 [overflow-anchor:none] focus-visible:-outline-offset-2"
        >
          {/* `mb-auto` keeps a short thread at the top of the reversed column. */}
          <div className="mb-auto flex flex-col gap-3">
            {isEmpty ? (
              <NoMessages name={name} />
            ) : (
              <MessageList messages={messages} contactName={name} older={older} />
            )}
            {waiting.map((message) => (
              <OutgoingBubble
                key={message.key}
                message={message}
                contactName={name}
                isSending={outbox.sending === message.key}
                onRetry={() => (message.problem === null ? sendNow() : outbox.retry(message))}
                onDiscard={() => discard(message)}
              />
            ))}
          </div>
        </section>
        {leftAt !== null && <NewestButton newCount={countSince(messages, leftAt)} onPress={scrollToNewest} />}
      </div>
      <p aria-live="polite" className="sr-only">
        {announcement}
      </p>
      {mayWrite ? (
        <Composer conversationId={conversationId} contactName={name} isFocused={isWriting} onSend={sendNew} />
      ) : (
        <p className="border-line border-t bg-surface px-4 py-3 text-ink-muted">
          You may read this conversation. To write, ask an admin of the company for the role of a member.
        </p>
      )}
    </>
  );
}

const countSince = (messages: readonly ThreadMessage_MessageFragment[], number: number): number =>
  messages.filter((message) => message.number > number && message.senderType !== 'SYSTEM').length;

/** Where a colleague wrote, by name. */
const announcementOf = ({ senderType, author, content }: ThreadMessage_MessageFragment): string =>
  senderType === 'USER' && author
    ? `New message from ${nameOfActor(author, undefined)}: ${content}`
    : `New message: ${content}`;

const NoMessages = ({ name }: { name: string }) => (
  <EmptyState icon={<MessageSquareText />} title="No message yet">
    Write the first one to {name} below, or log what {name} said.
  </EmptyState>
);

const UnknownConversation = ({ onLeave }: { onLeave: () => void }) => (
  <EmptyState
    icon={<MessageSquareDashed />}
    title="There is no such conversation"
    action={<Button onClick={onLeave}>Open the newest one</Button>}
    className="m-auto"
  >
    The address may be mistyped, or the conversation belongs to someone else.
  </EmptyState>
);
