import type { CompanyCard_TenantFragment } from '../generated/graphql';
import { Avatar } from '../ui/avatar';
import { Badge } from '../ui/badge';
import { RadioCard } from '../ui/radio-cards';
import { RelativeTime } from '../ui/relative-time';

export function CompanyCard({ tenant, onOpen }: { tenant: CompanyCard_TenantFragment; onOpen: () => void }) {
  const { name, slug, status, createdAt } = tenant;
  return (
    <RadioCard value={slug} onDoubleClick={onOpen}>
      <Avatar name={name} shape="company" className="size-10 text-sm" />
      <span className="flex min-w-0 flex-1 flex-col gap-0.5">
        <span className="truncate font-medium text-reading text-ink">{name}</span>
        <span className="truncate text-detail text-ink-muted">
          <span className="font-mono">{slug}</span> · created <RelativeTime at={createdAt} />
        </span>
      </span>
      {status !== 'ACTIVE' && <Badge tone="warning">{status.toLowerCase()}</Badge>}
    </RadioCard>
  );
}
