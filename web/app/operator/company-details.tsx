import type { ReactNode } from 'react';
import type { FleetRow_TenantFragment } from '../generated/graphql';
import { CardSection } from '../ui/card';
import { CopyButton } from '../ui/copy-button';
import { formatCount } from '../ui/format';
import { LocalTime } from '../ui/relative-time';
import { CompanyStatus } from './company-status';
import { sizeWords } from './size-words';

const moment: Intl.DateTimeFormatOptions = { dateStyle: 'long', timeStyle: 'short' };

/** All that an operator sees of a company: from outside. */
export const CompanyDetails = ({ company }: { company: FleetRow_TenantFragment }) => (
  <CardSection id="company" title="Company">
    <dl className="flex flex-col gap-4 px-5 pt-2 pb-5">
      <Line label="State">
        <CompanyStatus company={company} />
      </Line>
      {company.statusReason && <Line label="Suspended for">{company.statusReason}</Line>}
      {company.statusUntil && (
        <Line label="Removed on">
          <LocalTime at={company.statusUntil} format={moment} />
        </Line>
      )}
      {company.failure && <Line label="Not migrated">{company.failure}</Line>}
      <Line label="Address">
        <span className="font-mono text-detail">{company.slug}</span>
      </Line>
      <Line label="Id">
        <span className="font-mono text-detail">{company.id}</span>
        <CopyButton text={company.id} what="company’s id" className="-my-1.5 size-8" />
      </Line>
      <Line label="Version">
        <span className="font-mono text-detail">{company.version}</span>
      </Line>
      <Line label="Size">{sizeWords(company.sizeBytes)}</Line>
      <Line label="Members">{formatCount(company.memberCount)}</Line>
      <Line label="Last used">
        {company.lastActiveAt ? <LocalTime at={company.lastActiveAt} format={moment} /> : 'Not known'}
      </Line>
      <Line label="Registered">
        <LocalTime at={company.createdAt} format={moment} />
      </Line>
    </dl>
  </CardSection>
);

const Line = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className="flex flex-col gap-0.5 sm:flex-row sm:gap-4">
    <dt className="w-32 shrink-0 text-ink-muted">{label}</dt>
    <dd className="flex min-w-0 items-center gap-1 [overflow-wrap:anywhere]">{children}</dd>
  </div>
);
