import { AlarmClock, CircleCheck, CircleDot, type LucideIcon } from 'lucide-react';
import type { ConversationStatus } from '../generated/graphql';
import { Badge, type BadgeTone } from '../ui/badge';

export const statusLooks: Record<ConversationStatus, { label: string; tone: BadgeTone; icon: LucideIcon }> = {
  ACTIVE: { label: 'Active', tone: 'accent', icon: CircleDot },
  SNOOZED: { label: 'Snoozed', tone: 'warning', icon: AlarmClock },
  CLOSED: { label: 'Closed', tone: 'neutral', icon: CircleCheck },
};

export function StatusBadge({ status }: { status: ConversationStatus }) {
  const { label, tone, icon: Icon } = statusLooks[status];
  return (
    <Badge tone={tone} icon={<Icon aria-hidden="true" />}>
      {label}
    </Badge>
  );
}
