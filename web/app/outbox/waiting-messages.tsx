import { Suspense } from 'react';
import { lazyPart } from '../ui/lazy-part';
import { heldUp } from './outgoing-message';
import { useOutgoingMessages } from './provider';

const WaitingList = lazyPart(() => import('./waiting-list').then((parts) => parts.WaitingList));

/** How many messages did not go out, on every page of the company, and which. Empty where all did. */
export function WaitingMessages({ path }: { path: string }) {
  const messages = heldUp(useOutgoingMessages());
  const count = messages.length;
  return (
    <div>
      <span role="status" className="sr-only">
        {count > 0 && (count === 1 ? '1 message is not sent' : `${count} messages are not sent`)}
      </span>
      {count > 0 && (
        <Suspense fallback={null}>
          <WaitingList messages={messages} path={path} />
        </Suspense>
      )}
    </div>
  );
}
