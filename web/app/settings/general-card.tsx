import type { ReactNode } from 'react';
import type { GeneralSettingsQuery } from '../generated/graphql';
import { CardSection } from '../ui/card';
import { CopyButton } from '../ui/copy-button';
import { LocalTime } from '../ui/relative-time';

/** What the company is called, and how programs call it. */
export const GeneralCard = ({ tenant }: { tenant: GeneralSettingsQuery['currentTenant'] }) => (
  <CardSection id="company" title="Company">
    <dl className="flex flex-col gap-4 px-5 pt-2 pb-5">
      <Line label="Name">{tenant.name}</Line>
      <Line label="Address" copy={{ text: tenant.slug, what: 'company’s address' }}>
        <span className="font-mono text-detail">{tenant.slug}</span>
      </Line>
      <Line label="Id" copy={{ text: tenant.id, what: 'company’s id' }}>
        <span className="font-mono text-detail">{tenant.id}</span>
      </Line>
      <Line label="Created">
        <LocalTime at={tenant.createdAt} format={{ dateStyle: 'long' }} />
      </Line>
    </dl>
  </CardSection>
);

interface LineProps {
  label: string;
  copy?: { text: string; what: string };
  children: ReactNode;
}

const Line = ({ label, copy, children }: LineProps) => (
  <div className="flex flex-col gap-0.5 sm:flex-row sm:gap-4">
    <dt className="w-32 shrink-0 text-ink-muted">{label}</dt>
    <dd className="flex min-w-0 items-center gap-1 [overflow-wrap:anywhere]">
      {children}
      {copy && <CopyButton {...copy} className="-my-1.5 size-8" />}
    </dd>
  </div>
);
