import { ChevronRight } from 'lucide-react';
import { Link } from 'react-router';
import type { CompanyCard_TenantFragment } from '../generated/graphql';
import { Avatar } from '../ui/avatar';
import { Badge } from '../ui/badge';

interface CompanyCardProps {
  tenant: CompanyCard_TenantFragment;
  /** Whether it was open last. */
  isLast: boolean;
}

export function CompanyCard({ tenant: { name, slug, status, isSandbox }, isLast }: CompanyCardProps) {
  return (
    <li>
      <Link
        to={`/tenant/${slug}/inbox`}
        prefetch="intent"
        className="flex items-center gap-3 rounded-card border border-line bg-surface p-3.5 shadow-card transition-colors duration-100 hover:bg-hover"
      >
        <Avatar name={name} shape="company" className="size-10 text-sm" />
        <span className="flex min-w-0 flex-1 flex-col gap-0.5">
          <span className="truncate font-medium text-reading text-ink">{name}</span>
          <span className="truncate font-mono text-detail text-ink-muted">{slug}</span>
        </span>
        {isLast && <Badge>Open last</Badge>}
        {isSandbox && <Badge tone="warning">Sandbox</Badge>}
        {status !== 'ACTIVE' && <Badge tone="warning">{status.toLowerCase()}</Badge>}
        <ChevronRight aria-hidden="true" className="size-4 shrink-0 text-ink-muted" />
      </Link>
    </li>
  );
}
