import { ArrowDown } from 'lucide-react';
import type { ThreadMessage_MessageFragment } from '../generated/graphql';
import { Button } from '../ui/button';
import { Block } from './message-block';
import { inBlocks } from './message-blocks';
import type { OlderMessages } from './use-thread';

interface MessageListProps {
  messages: readonly ThreadMessage_MessageFragment[];
  contactName: string;
  older: OlderMessages;
}

/** Of the newest, shown without asking where the window is: on the server too, where the whole first page is within them. */
const shownAtFirst = 5;

/** The messages by day, oldest first; those far from the window are let go until it comes near. */
export function MessageList({ messages, contactName, older }: MessageListProps) {
  const blocks = inBlocks(messages);
  return (
    <div className="flex flex-col">
      {older.canLoad ? (
        <Button size="small" variant="quiet" onClick={older.load} isBusy={older.isLoading} className="self-center">
          {older.hasFailed ? 'Not loaded. Try again' : 'Show earlier messages'}
        </Button>
      ) : (
        messages.length > 0 && <p className="text-center text-ink-muted text-xs">The conversation begins here</p>
      )}
      {/* No flex box: it would ask each block for its size at every key that is typed beside it. */}
      <div>
        {blocks.map((block, index) => (
          <Block
            key={block.key}
            block={block}
            contactName={contactName}
            isShownAtFirst={index >= blocks.length - shownAtFirst}
          />
        ))}
      </div>
    </div>
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
