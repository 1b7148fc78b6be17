import type { FleetQuery } from '../generated/graphql';
import { Card } from '../ui/card';
import { formatBytes, formatCount } from '../ui/format';

/** The deployment at a glance. */
export const FleetFigures = ({ fleet }: { fleet: FleetQuery['fleet'] }) => {
  const countOf = (status: string) => fleet.byStatus.find((each) => each.status === status)?.count ?? 0;
  const suspended = countOf('SUSPENDED');
  const ending = countOf('DELETING') + countOf('DROPPING');
  return (
    <Card>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-5 p-5 sm:grid-cols-3 lg:grid-cols-5">
        <Figure label="Companies" value={formatCount(fleet.tenantCount)}>
          {suspended > 0 && `${formatCount(suspended)} suspended`}
          {suspended > 0 && ending > 0 && ', '}
          {ending > 0 && `${formatCount(ending)} being deleted`}
        </Figure>
        <Figure label="Behind" value={formatCount(fleet.behind)}>
          {fleet.failed > 0 && `${formatCount(fleet.failed)} failed`}
        </Figure>
        <Figure label="Database" value={formatBytes(fleet.databaseSizeBytes)} />
        <Figure label="Connections" value={formatCount(fleet.openConnections)}>
          of this process
        </Figure>
        <Figure label="Pools open" value={formatCount(fleet.pools.open)}>
          {`${formatCount(fleet.pools.inUse)} in use, ${formatCount(fleet.pools.evicted)} evicted`}
        </Figure>
      </dl>
    </Card>
  );
};

const Figure = ({
  label,
  value,
  children,
}: {
  label: string;
  value: string;
  children?: string | false | (string | false)[];
}) => (
  <div className="flex min-w-0 flex-col gap-0.5">
    <dt className="text-detail text-ink-muted">{label}</dt>
    <dd className="font-semibold text-ink text-xl tabular-nums tracking-tight">{value}</dd>
    {children && <dd className="text-detail text-ink-muted">{children}</dd>}
  </div>
);
