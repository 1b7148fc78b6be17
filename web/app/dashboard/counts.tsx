import { Inbox, type LucideIcon, MessageSquare, MessagesSquare, Users } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Counts_TenantFragment } from '../generated/graphql';
import { formatCount } from '../ui/number-format';
import { Skeleton, SkeletonRegion } from '../ui/skeleton';

interface Count {
  label: string;
  icon: LucideIcon;
  value: ReactNode;
}

/** The company in four numbers. */
export function Counts({ tenant: { stats } }: { tenant: Counts_TenantFragment }) {
  return (
    <CountsFrame
      counts={[
        { label: 'Contacts', icon: Users, value: formatCount(stats.contactCount) },
        { label: 'Active now', icon: Inbox, value: formatCount(stats.activeConversationCount) },
        { label: 'Conversations', icon: MessagesSquare, value: formatCount(stats.conversationCount) },
        { label: 'Messages', icon: MessageSquare, value: formatCount(stats.messageCount) },
      ]}
    />
  );
}

// One surface with hairlines between, drawn by the gap over a line-coloured ground.
const CountsFrame = ({ counts }: { counts: Count[] }) => (
  <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-card border border-line bg-line shadow-card lg:grid-cols-4">
    {counts.map(({ label, icon: Icon, value }) => (
      <div key={label} className="flex flex-col gap-2 bg-surface px-5 py-4">
        <dt className="flex items-center gap-2 text-[0.8125rem] text-ink-muted">
          <Icon aria-hidden="true" className="size-4 shrink-0" />
          <span className="truncate">{label}</span>
        </dt>
        <dd className="font-semibold text-2xl text-ink tabular-nums tracking-tight">{value}</dd>
      </div>
    ))}
  </dl>
);

export const CountsSkeleton = () => (
  <SkeletonRegion label="The numbers are loading">
    <CountsFrame
      counts={[Users, Inbox, MessagesSquare, MessageSquare].map((icon, index) => ({
        label: ['Contacts', 'Active now', 'Conversations', 'Messages'][index] ?? '',
        icon,
        value: <Skeleton className="h-8 w-16" />,
      }))}
    />
  </SkeletonRegion>
);
