import type { MessagesPerDay_TenantFragment } from '../generated/graphql';
import { CardSection } from '../ui/card';
import { formatCount } from '../ui/format';
import { CardLink } from './card-link';
import { DailyChart } from './daily-chart';

interface MessagesPerDayProps {
  tenant: MessagesPerDay_TenantFragment;
  /** The company's path. */
  path: string;
}

export function MessagesPerDay({ tenant: { stats }, path }: MessagesPerDayProps) {
  const days = stats.messagesPerDay;
  const total = days.reduce((sum, { count }) => sum + count, 0);
  return (
    <CardSection
      id="messages-per-day"
      title="Messages per day"
      action={
        <CardLink to={`${path}/inbox`}>
          {formatCount(total)} in {days.length} days
        </CardLink>
      }
    >
      <DailyChart title="Messages per day" series={[{ name: 'Messages', tone: 'strong', days }]} />
    </CardSection>
  );
}
