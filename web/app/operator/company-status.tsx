import type { TenantStatus } from '../generated/graphql';
import { Badge, type BadgeTone } from '../ui/badge';

export const statusLooks: Record<TenantStatus, { label: string; tone: BadgeTone }> = {
  CREATING: { label: 'Being set up', tone: 'neutral' },
  ACTIVE: { label: 'In use', tone: 'neutral' },
  SUSPENDED: { label: 'Suspended', tone: 'warning' },
  DELETING: { label: 'Being deleted', tone: 'danger' },
  DROPPING: { label: 'Being removed', tone: 'danger' },
};

interface CompanyStatusProps {
  company: { status: TenantStatus; failure: string | null; isUpToDate: boolean };
}

/** Where a company stands, and what is wrong with its tables. */
export const CompanyStatus = ({ company: { status, failure, isUpToDate } }: CompanyStatusProps) => (
  <span className="flex flex-wrap gap-1">
    {status === 'ACTIVE' ? (
      // What is as it should be does not stand out.
      <span className="text-ink-muted">{statusLooks[status].label}</span>
    ) : (
      <Badge tone={statusLooks[status].tone}>{statusLooks[status].label}</Badge>
    )}
    {failure !== null ? <Badge tone="danger">Read only</Badge> : !isUpToDate && <Badge>Behind</Badge>}
  </span>
);
