import { ArrowDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { FleetRow_TenantFragment, FleetTenantSort } from '../generated/graphql';
import { classNames } from '../ui/class-names';
import { formatCount } from '../ui/format';
import { RelativeTime } from '../ui/relative-time';
import { CompanyMenu } from './company-menu';
import { CompanyStatus } from './company-status';
import { sizeWords } from './size-words';

interface CompanyTableProps {
  companies: readonly FleetRow_TenantFragment[];
  sort: FleetTenantSort;
  onSort: (sort: FleetTenantSort) => void;
  onChanged: () => void;
  /** What is shown belongs to an earlier search; the answer to this one is on its way. */
  isStale: boolean;
}

export const CompanyTable = ({ companies, sort, onSort, onChanged, isStale }: CompanyTableProps) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard must be able to scroll it
  <section aria-label="Table of companies" tabIndex={0} className="relative overflow-x-auto">
    <table
      aria-busy={isStale || undefined}
      className={classNames('w-full text-left md:min-w-200', isStale && 'opacity-60')}
    >
      <thead>
        <tr className="h-10 border-line border-b text-ink-muted text-xs">
          <SortHead field="NAME" {...{ sort, onSort }} className="pl-5">
            Name
          </SortHead>
          <th scope="col" className="px-3 font-medium">
            State
          </th>
          <SortHead field="SIZE" {...{ sort, onSort }} className="text-right max-md:hidden">
            Size
          </SortHead>
          <SortHead field="VERSION" {...{ sort, onSort }} className="max-md:hidden">
            Version
          </SortHead>
          <th scope="col" className="px-3 text-right font-medium max-md:hidden">
            Members
          </th>
          <SortHead field="ACTIVITY" {...{ sort, onSort }} className="max-md:hidden">
            Last used
          </SortHead>
          <SortHead field="CREATED" {...{ sort, onSort }} className="max-md:hidden">
            Registered
          </SortHead>
          <th scope="col" className="w-14">
            <span className="sr-only">What can be done</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {companies.map((company) => (
          <CompanyRow key={company.id} company={company} onChanged={onChanged} />
        ))}
      </tbody>
    </table>
  </section>
);

const CompanyRow = ({ company, onChanged }: { company: FleetRow_TenantFragment; onChanged: () => void }) => (
  <tr className="relative h-13 border-line border-b last:border-0 hover:bg-hover">
    <th scope="row" className="max-w-72 px-3 pl-5 font-normal max-md:max-w-40">
      <Link
        to={`/operator/companies/${company.id}`}
        prefetch="intent"
        className="block truncate rounded-sm font-medium text-ink after:absolute after:inset-0"
      >
        {company.name}
      </Link>
      <span className="block truncate font-mono text-detail text-ink-muted">{company.slug}</span>
    </th>
    <td className="px-3">
      <CompanyStatus company={company} />
    </td>
    <td className="whitespace-nowrap px-3 text-right tabular-nums max-md:hidden">{sizeWords(company.sizeBytes)}</td>
    <td className="px-3 font-mono text-detail text-ink-muted max-md:hidden">{company.version}</td>
    <td className="px-3 text-right tabular-nums max-md:hidden">{formatCount(company.memberCount)}</td>
    <td className="whitespace-nowrap px-3 text-ink-muted max-md:hidden">
      {company.lastActiveAt ? <RelativeTime at={company.lastActiveAt} /> : '—'}
    </td>
    <td className="whitespace-nowrap px-3 text-ink-muted max-md:hidden">
      <RelativeTime at={company.createdAt} />
    </td>
    <td className="relative pr-3 text-right">
      <CompanyMenu company={company} onChanged={onChanged} />
    </td>
  </tr>
);

interface SortHeadProps {
  field: FleetTenantSort;
  sort: FleetTenantSort;
  onSort: (sort: FleetTenantSort) => void;
  children: ReactNode;
  className?: string;
}

/** By name and version from the first on, by all else from the last. */
const risingFields: readonly FleetTenantSort[] = ['NAME', 'VERSION'];

const SortHead = ({ field, sort, onSort, children, className }: SortHeadProps) => {
  const isSorted = sort === field;
  const isRising = risingFields.includes(field);
  return (
    <th
      scope="col"
      aria-sort={isSorted ? (isRising ? 'ascending' : 'descending') : 'none'}
      className={classNames('px-3 font-medium', className)}
    >
      <button
        type="button"
        onClick={() => onSort(field)}
        className={classNames(
          '-mx-1 inline-flex h-8 items-center gap-1 whitespace-nowrap rounded-sm px-1 hover:text-ink',
          isSorted && 'text-ink',
        )}
      >
        {children}
        {isSorted && <ArrowDown aria-hidden="true" className={classNames('size-3.5', isRising && 'rotate-180')} />}
      </button>
    </th>
  );
};
