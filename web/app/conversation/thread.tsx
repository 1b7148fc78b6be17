import { type ReactNode, Suspense, useState } from 'react';
import { nameOfActor } from '../access/actor';
import { useMay } from '../access/permissions';
import { useViewer } from '../access/viewer';
import type { ThreadMessage_MessageFragment } from '../generated/graphql';
import { notYetArrived } from '../outbox/outgoing-message';
import { useOutbox, useOutgoingMessages } from '../outbox/provider';
import { useDiscard } from '../outbox/use-discard';
import { ErrorState } from '../ui/error-state';
import { lazyPart } from '../ui/lazy-part';
import { useToast } from '../ui/toaster';
import type { WrittenMessage } from './composer/use-composer';
import { MessageList, NewestButton } from './message-list';
import type { Colleague } from './presence/presence';
import { ThreadHeader } from './thread-header';
import { ThreadSkeleton } from './thread-skeleton';
import { useMarkRead } from './use-mark-read';
import { useThread } from './use-thread';
import { useThreadScroll } from './use-thread-scroll';
import { useWork } from './work/use-work';

/** Stands in the page already; it may be written in a little after the thread can be read. */
const Composer = lazyPart(() => import('./composer/composer').then((parts) => parts.Composer));

/** Seldom what there is to see. */
const emptyThread = () => import('./empty-thread');
const NoMessages = lazyPart(() => emptyThread().then((parts) => parts.NoMessages));
const UnknownConversation = lazyPart(() => emptyThread().then((parts) => parts.UnknownConversation));

const OutgoingBubble = lazyPart(() => import('./outgoing-bubble').then((parts) => parts.OutgoingBubble));
const Presence = lazyPart(() => import('./presence/presence').then((parts) => parts.Presence));
const ScheduledMessages = lazyPart(() =>
  import('./scheduled/scheduled-messages').then((parts) => parts.ScheduledMessages),
);

interface ThreadProps {
  conversationId: string;
  /** Whose it must be; left out where the address names the conversation alone. */
  contactId?: string;
  /** Puts the cursor into the composer. */
  isWriting: boolean;
  /** Leads to a conversation that exists. */
  onLeave: () => void;
  /** Of the contact, where the page is not about them already. */
  contactPath?: string | undefined;
  /** In the heading, before and after what it says. */
  leading?: ReactNode;
  trailing?: ReactNode;
}

/** One conversation: its messages and the place to write the next one. Give it the conversation's id as `key`. */
export function Thread({ conversationId, contactId, isWriting, onLeave, ...heading }: ThreadProps) {
  const { outbox, sendNow } = useOutbox();
  const outgoing = useOutgoingMessages().filter((message) => message.conversationId === conversationId);
  const viewerId = useViewer()?.id;
  /** A colleague may write the same words at the same time. */
  const own = (some: readonly ThreadMessage_MessageFragment[]) =>
    some.filter(({ author }) => viewerId === undefined || author?.id === viewerId);
  const mayWrite = useMay('conversations:write');
  const [viewers, setViewers] = useState<readonly Colleague[]>([]);
  const [announcement, setAnnouncement] = useState('');
  const announce = (message: ThreadMessage_MessageFragment) => {
    const isOwn = notYetArrived(outgoing, own([message])).length < outgoing.length;
    if (!isOwn) setAnnouncement(announcementOf(message));
  };
  const { conversation, messages, error, isLoading, retry, older } = useThread(conversationId, announce);
  useMarkRead(conversation);
  const { reopen } = useWork(conversation ? [conversation] : []);
  const toast = useToast();
  // What came too late is in the composer again.
  const waiting = notYetArrived(outgoing, own(messages)).filter(({ isLate }) => !isLate);
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
  if (!conversation || (contactId !== undefined && conversation.contact.id !== contactId))
    return (
      <Suspense fallback={null}>
        <UnknownConversation onLeave={onLeave} />
      </Suspense>
    );

  const { name } = conversation.contact;
  const place = { contactId: conversation.contact.id, contactName: name, subject: conversation.subject };
  const { scheduledMessages: scheduled } = conversation;
  const isEmpty = messages.length + waiting.length + scheduled.length === 0;
  const sendNew = (message: WrittenMessage) => {
    outbox.add({ ...message, conversationId, place, afterNumber: lastNumber });
    scrollToNewest();
    if (conversation.status === 'CLOSED' && message.senderType === 'USER' && !message.isNote && !message.reopens)
      toast({ text: 'The conversation stays closed.', action: { label: 'Reopen it', onSelect: reopen } });
  };
  return (
    <>
      <ThreadHeader conversation={conversation} viewers={viewers} {...heading} />
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
              <Suspense fallback={null}>
                <NoMessages name={name} />
              </Suspense>
            ) : (
              <MessageList messages={messages} contactName={name} older={older} />
            )}
            <Suspense fallback={null}>
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
            </Suspense>
            {scheduled.length > 0 && (
              <Suspense fallback={null}>
                <ScheduledMessages conversationId={conversationId} messages={scheduled} lastNumber={lastNumber} />
              </Suspense>
            )}
          </div>
        </section>
        <Suspense fallback={null}>
          <Presence conversationId={conversationId} onViewers={setViewers} />
        </Suspense>
        {leftAt !== null && <NewestButton newCount={countSince(messages, leftAt)} onPress={scrollToNewest} />}
      </div>
      <p aria-live="polite" className="sr-only">
        {announcement}
      </p>
      {mayWrite ? (
        <Suspense fallback={<div className="h-30 border-line border-t bg-surface" />}>
          <Composer
            conversationId={conversationId}
            contactName={name}
            messages={messages}
            keptDraft={conversation.draft}
            keptNote={conversation.noteDraft}
            isSeen={viewers.length > 0}
            isClosed={conversation.status === 'CLOSED'}
            isFocused={isWriting}
            onSend={sendNew}
            onBehind={retry}
            onLeave={() => scroller.current?.focus()}
          />
        </Suspense>
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
const announcementOf = ({ senderType, isNote, author, content }: ThreadMessage_MessageFragment): string => {
  const kind = isNote ? 'note' : 'message';
  return senderType === 'USER' && author
    ? `New ${kind} from ${nameOfActor(author, undefined)}: ${content}`
    : `New ${kind}: ${content}`;
};
