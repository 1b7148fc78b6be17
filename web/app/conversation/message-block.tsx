import { memo, Suspense } from 'react';
import type { ThreadMessage_MessageFragment } from '../generated/graphql';
import { classNames } from '../ui/class-names';
import { useNow, useTimeZone } from '../ui/clock';
import { lazyPart } from '../ui/lazy-part';
import { isSameBlock, type MessageBlock } from './message-blocks';
import { MessageBubble, SystemLine } from './message-bubble';
import { describeDay, groupByDay } from './message-days';
import { continuesRun } from './message-runs';
import { NoteBubble } from './note-bubble';
import { useNearView } from './use-near-view';

const DeliveryMark = lazyPart(() => import('./delivery-mark').then((parts) => parts.DeliveryMark));

type Message = ThreadMessage_MessageFragment;

/** Of a message that was never shown: two lines of text. */
const guessedPx = 84;

interface BlockProps {
  block: MessageBlock<Message>;
  contactName: string;
  /** Shown from the start, before it is known where the window is. */
  isShownAtFirst: boolean;
}

/** A part of the thread, laid out by itself. Away from the window it is a space of the same height, so that long threads stay light. */
export const Block = memo(
  function Block({ block, contactName, isShownAtFirst }: BlockProps) {
    const { ref, isNear, heightPx } = useNearView(isShownAtFirst);
    const height = heightPx ?? block.messages.length * guessedPx;
    return (
      <div ref={ref} data-block={block.key} style={isNear ? undefined : { height }} className="[contain:layout_style]">
        {isNear && <BlockDays block={block} contactName={contactName} />}
      </div>
    );
  },
  (before, after) => before.contactName === after.contactName && isSameBlock(before.block, after.block),
);

function BlockDays({ block: { messages, previous }, contactName }: Omit<BlockProps, 'isShownAtFirst'>) {
  const timeZone = useTimeZone();
  const [dayBefore] = previous ? groupByDay([previous], timeZone) : [];
  return groupByDay(messages, timeZone).map(({ date, messages: ofDay }, index) => {
    const isGoingOn = index === 0 && date === dayBefore?.date;
    const Part = isGoingOn ? 'div' : 'section';
    return (
      <Part key={date} className={classNames('flex flex-col gap-3', isGoingOn ? 'pt-3' : 'pt-6')}>
        {!isGoingOn && <DayHeading date={date} />}
        <ol className="flex flex-col gap-3">
          {ofDay.map((message, at) => (
            <MessageItem
              key={message.id}
              message={message}
              isContinued={continuesRun(message, at > 0 ? ofDay[at - 1] : isGoingOn ? previous : undefined)}
              contactName={contactName}
            />
          ))}
        </ol>
      </Part>
    );
  });
}

function DayHeading({ date }: { date: string }) {
  const timeZone = useTimeZone();
  const now = useNow();
  return (
    <h3
      suppressHydrationWarning
      className="flex items-center gap-3 text-ink-muted text-xs before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line"
    >
      {describeDay(date, now, timeZone)}
    </h3>
  );
}

interface MessageItemProps {
  message: Message;
  isContinued: boolean;
  contactName: string;
}

const MessageItem = memo(function MessageItem({ message, isContinued, contactName }: MessageItemProps) {
  return (
    <li data-number={message.number} className={isContinued ? '-mt-1.5 flex flex-col' : 'flex flex-col'}>
      {message.senderType === 'SYSTEM' ? (
        <SystemLine message={message} />
      ) : message.isNote ? (
        <NoteBubble note={message} />
      ) : (
        <MessageBubble
          message={message}
          contactName={contactName}
          isContinued={isContinued}
          footer={
            message.deliveryState && (
              <Suspense>
                <DeliveryMark state={message.deliveryState} reason={message.deliveryReason} />
              </Suspense>
            )
          }
        />
      )}
    </li>
  );
});
