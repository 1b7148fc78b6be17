import { Inbox, type LucideIcon, MessageSquare, MessagesSquare, Users } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Counts_TenantFragment } from '../generated/graphql';
import { formatCount } from '../ui/format';
import { Skeleton } from '../ui/skeleton';

interface Count {
  label: string;
  icon: LucideIcon;
  value: ReactNode;
}

const labels: { label: string; icon: LucideIcon; key: keyof Omit<Counts_TenantFragment['stats'], '__typename'> }[] = [
  { label: 'Contacts', icon: Users, key: 'contactCount' },
  { label: 'Active now', icon: Inbox, key: 'activeConversationCount' },
  { label: 'Conversations', icon: MessagesSquare, key: 'conversationCount' },
  { label: 'Messages', icon: MessageSquare, key: 'messageCount' },
];

/** The company in four numbers. */
export const Counts = ({ tenant: { stats } }: { tenant: Counts_TenantFragment }) => (
  <CountsFrame counts={labels.map(({ label, icon, key }) => ({ label, icon, value: formatCount(stats[key]) }))} />
);

// One surface with hairlines between, drawn by the gap over a line-coloured ground.
const CountsFrame = ({ counts }: { counts: Count[] }) => (
  <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-card border border-line bg-line shadow-card lg:grid-cols-4">
    {counts.map(({ label, icon: Icon, value }) => (
      <div key={label} className="flex flex-col gap-2 bg-surface px-5 py-4">
        <dt className="flex items-center gap-2 text-detail text-ink-muted">
          <Icon aria-hidden="true" className="size-4 shrink-0" />
          <span className="truncate">{label}</span>
        </dt>
        <dd className="font-semibold text-2xl text-ink tabular-nums tracking-tight">{value}</dd>
      </div>
    ))}
  </dl>
);

/** Belongs inside a `SkeletonRegion`, which announces it. */
export const CountsSkeleton = () => (
  <CountsFrame counts={labels.map(({ label, icon }) => ({ label, icon, value: <Skeleton className="h-8 w-16" /> }))} />
);
