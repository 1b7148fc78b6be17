import { ArrowDown } from 'lucide-react';
import type { ThreadMessage_MessageFragment } from '../generated/graphql';
import { Button } from '../ui/button';
import { useNow, useTimeZone } from '../ui/clock';
import { MessageBubble, SystemLine } from './message-bubble';
import { describeDay, groupByDay } from './message-days';
import { continuesRun } from './message-runs';
import type { OlderMessages } from './use-thread';

interface MessageListProps {
  messages: readonly ThreadMessage_MessageFragment[];
  contactName: string;
  older: OlderMessages;
}

/** The messages by day, oldest first. */
export function MessageList({ messages, contactName, older }: MessageListProps) {
  const timeZone = useTimeZone();
  const now = useNow();
  return (
    <div className="flex flex-col gap-6">
      {older.canLoad ? (
        <Button size="small" variant="quiet" onClick={older.load} isBusy={older.isLoading} className="self-center">
          {older.hasFailed ? 'Not loaded. Try again' : 'Show earlier messages'}
        </Button>
      ) : (
        messages.length > 0 && <p className="text-center text-ink-muted text-xs">The conversation begins here</p>
      )}
      {groupByDay(messages, timeZone).map(({ date, messages: ofDay }) => (
        <section key={date} className="flex flex-col gap-3">
          <h3
            suppressHydrationWarning
            className="flex items-center gap-3 text-ink-muted text-xs before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line"
          >
            {describeDay(date, now, timeZone)}
          </h3>
          <ol className="flex flex-col gap-3">
            {ofDay.map((message, index) => (
              <MessageItem key={message.id} message={message} previous={ofDay[index - 1]} contactName={contactName} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

interface MessageItemProps {
  message: ThreadMessage_MessageFragment;
  previous: ThreadMessage_MessageFragment | undefined;
  contactName: string;
}

function MessageItem({ message, previous, contactName }: MessageItemProps) {
  const isContinued = continuesRun(message, previous);
  return (
    <li className={isContinued ? '-mt-1.5 flex flex-col' : 'flex flex-col'}>
      {message.senderType === 'SYSTEM' ? (
        <SystemLine message={message} />
      ) : (
        <MessageBubble message={message} contactName={contactName} isContinued={isContinued} />
      )}
    </li>
  );
}

/** Brings the reader back to the newest message, and says how many came meanwhile. */
export const NewestButton = ({ newCount, onPress }: { newCount: number; onPress: () => void }) => (
  <Button
    size="small"
    variant={newCount > 0 ? 'primary' : 'secondary'}
    onClick={onPress}
    icon={<ArrowDown aria-hidden="true" />}
    className="absolute inset-x-0 bottom-3 mx-auto w-fit animate-slide-up rounded-full shadow-raised"
  >
    {newCount === 0 ? 'Newest' : newCount === 1 ? '1 new message' : `${newCount} new messages`}
  </Button>
);
