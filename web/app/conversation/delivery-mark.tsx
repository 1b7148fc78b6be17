import { Check, CheckCheck, Clock, TriangleAlert } from 'lucide-react';
import type { DeliveryState } from '../generated/graphql';
import { classNames } from '../ui/class-names';

const looks = {
  QUEUED: { Icon: Clock, words: 'On its way' },
  SENT: { Icon: Check, words: 'Sent' },
  DELIVERED: { Icon: CheckCheck, words: 'Delivered' },
  FAILED: { Icon: TriangleAlert, words: 'Not delivered' },
} as const;

interface DeliveryMarkProps {
  state: DeliveryState;
  reason: string | null;
}

/** How far a gateway has brought a message; where it will not arrive, why. */
export function DeliveryMark({ state, reason }: DeliveryMarkProps) {
  const { Icon, words } = looks[state];
  const hasFailed = state === 'FAILED';
  return (
    <p
      className={classNames(
        'flex items-baseline gap-1 px-1 text-xs [overflow-wrap:anywhere]',
        hasFailed ? 'text-danger-ink' : 'text-ink-muted',
      )}
    >
      <Icon aria-hidden className="size-3.5 shrink-0 self-center" />
      {hasFailed && reason ? `${words}: ${reason}` : words}
    </p>
  );
}
