import type { OpenedAndClosed_TenantFragment } from '../generated/graphql';
import { CardSection } from '../ui/card';
import { formatCount } from '../ui/format';
import { CardLink } from './card-link';
import { DailyChart, type Series } from './daily-chart';

interface OpenedAndClosedProps {
  tenant: OpenedAndClosed_TenantFragment;
  /** The company's path. */
  path: string;
}

/** Whether more comes in than gets done. */
export function OpenedAndClosed({ tenant: { stats }, path }: OpenedAndClosedProps) {
  const opened: Series = { name: 'Opened', tone: 'strong', days: stats.conversationsOpenedPerDay };
  const closed: Series = { name: 'Closed', tone: 'soft', days: stats.conversationsClosedPerDay };
  return (
    <CardSection
      id="opened-and-closed"
      title="Opened and closed per day"
      action={
        <span className="flex flex-wrap justify-end gap-x-3 text-detail">
          <CardLink to={`${path}/inbox`}>
            <Key tone="bg-accent" />
            {formatCount(totalOf(opened))} opened
          </CardLink>
          <CardLink to={`${path}/inbox?view=closed`}>
            <Key tone="bg-accent-mid" />
            {formatCount(totalOf(closed))} closed
          </CardLink>
        </span>
      }
    >
      <DailyChart title="Conversations opened and closed per day" series={[opened, closed]} />
    </CardSection>
  );
}

const totalOf = ({ days }: Series): number => days.reduce((sum, { count }) => sum + count, 0);

const Key = ({ tone }: { tone: string }) => (
  <span aria-hidden="true" className={`mr-1.5 inline-block size-2.5 rounded-xs ${tone}`} />
);
