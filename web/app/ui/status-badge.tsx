import { AlarmClock, CircleCheck, CircleDot, type LucideIcon } from 'lucide-react';
import { Badge, type BadgeTone } from './badge';

/** Of a conversation, as the API names it. */
type Status = 'ACTIVE' | 'SNOOZED' | 'CLOSED';

export const statusLooks: Record<Status, { label: string; tone: BadgeTone; icon: LucideIcon }> = {
  ACTIVE: { label: 'Active', tone: 'accent', icon: CircleDot },
  SNOOZED: { label: 'Snoozed', tone: 'warning', icon: AlarmClock },
  CLOSED: { label: 'Closed', tone: 'neutral', icon: CircleCheck },
};

export function StatusBadge({ status }: { status: Status }) {
  const { label, tone, icon: Icon } = statusLooks[status];
  return (
    <Badge tone={tone} icon={<Icon aria-hidden="true" />}>
      {label}
    </Badge>
  );
}
