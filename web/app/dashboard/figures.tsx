import { Clock, Inbox, type LucideIcon, MessageCircleReply, UserRoundX, Users } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Figures_CountsFragment, Figures_TenantFragment } from '../generated/graphql';
import { classNames } from '../ui/class-names';
import { formatCount, formatDuration } from '../ui/format';
import { Skeleton } from '../ui/skeleton';

interface Figure {
  label: string;
  icon: LucideIcon;
  /** Where what was counted is listed, under the company's path. */
  to: string;
}

const waiting: Figure = { label: 'Wait for an answer', icon: Clock, to: '/inbox?waiting=1&sort=waiting' };
const unassigned: Figure = { label: 'Unassigned', icon: UserRoundX, to: '/inbox?view=unassigned' };
const open: Figure = { label: 'All open', icon: Inbox, to: '/inbox' };
const firstReply: Figure = { label: 'First reply, 14 days', icon: MessageCircleReply, to: waiting.to };
const contacts: Figure = { label: 'Contacts', icon: Users, to: '/contacts' };

interface FiguresProps {
  tenant: Figures_TenantFragment;
  counts: Figures_CountsFragment;
  /** The company's path. */
  path: string;
}

/** What is to be done, how fast it is, and for how many people; each figure leads to what it counts. */
export function Figures({ tenant: { stats }, counts, path }: FiguresProps) {
  const seconds = stats.medianFirstReplySeconds;
  return (
    <FiguresFrame>
      <FigureCell figure={waiting} path={path} isUrgent={counts.waiting > 0}>
        {formatCount(counts.waiting)}
      </FigureCell>
      <FigureCell figure={unassigned} path={path}>
        {formatCount(counts.unassigned)}
      </FigureCell>
      <FigureCell figure={open} path={path}>
        {formatCount(counts.open)}
      </FigureCell>
      <FigureCell figure={firstReply} path={path} title="The median of the conversations begun in the last 14 days">
        {seconds === null ? '–' : formatDuration(seconds)}
      </FigureCell>
      <FigureCell figure={contacts} path={path}>
        {formatCount(stats.contactCount)}
      </FigureCell>
    </FiguresFrame>
  );
}

// One surface with hairlines between, drawn by the gap over a line-coloured ground.
const FiguresFrame = ({ children }: { children: ReactNode }) => (
  <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-card border border-line bg-line shadow-card lg:grid-cols-5 [&>:first-child]:max-lg:col-span-2">
    {children}
  </dl>
);

interface FigureCellProps {
  figure: Figure;
  /** Without one, it leads nowhere yet. */
  path?: string;
  isUrgent?: boolean;
  title?: string;
  children: ReactNode;
}

const FigureCell = ({ figure, path, isUrgent = false, title, children }: FigureCellProps) => (
  <div
    title={title}
    className="relative flex flex-col gap-2 bg-surface px-5 py-4 transition-colors duration-100 has-[a]:hover:bg-hover"
  >
    <dt className="flex items-center gap-2 text-detail text-ink-muted">
      <figure.icon aria-hidden="true" className="size-4 shrink-0" />
      <span className="truncate">{figure.label}</span>
    </dt>
    <dd
      className={classNames(
        'font-semibold text-2xl tabular-nums tracking-tight',
        isUrgent ? 'text-warning-ink' : 'text-ink',
      )}
    >
      {path === undefined ? (
        children
      ) : (
        <Link
          to={path + figure.to}
          prefetch="intent"
          className="outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:outline-accent focus-visible:after:-outline-offset-2"
        >
          <span className="sr-only">{figure.label}: </span>
          {children}
        </Link>
      )}
    </dd>
  </div>
);

/** Belongs inside a `SkeletonRegion`, which announces it. */
export const FiguresSkeleton = () => (
  <FiguresFrame>
    {[waiting, unassigned, open, firstReply, contacts].map((figure) => (
      <FigureCell key={figure.label} figure={figure}>
        <Skeleton className="h-8 w-16" />
      </FigureCell>
    ))}
  </FiguresFrame>
);
