import { Building2, SearchX } from 'lucide-react';
import { useState } from 'react';
import { type CompaniesQuery, useCompaniesQuery } from '../generated/graphql';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { ErrorState } from '../ui/error-state';
import { formatCount } from '../ui/format';
import { SearchField } from '../ui/search-field';
import { Skeleton, SkeletonRegion } from '../ui/skeleton';
import { useDebounced } from '../ui/use-debounced';
import { CompanyCard } from './company-card';

const searchAfterMs = 200;
/** As many companies as are taken in at a glance; the first page has as many. */
const searchableFrom = 8;

interface ChooseCompanyProps {
  /** How many companies there are at all, whatever is searched for. */
  count: number;
  onCreate: () => void;
  /** The slug of the company that was open last. */
  last: string | null;
}

export function ChooseCompany({ count, onCreate, last }: ChooseCompanyProps) {
  const [search, setSearch] = useState('');
  const settled = useDebounced(search.trim(), searchAfterMs);
  const { data, previousData, error, loading, refetch, fetchMore } = useCompaniesQuery({
    variables: { search: settled || null },
  });
  const tenants = (data ?? previousData)?.tenants;

  if (count === 0) return <NoCompany onCreate={onCreate} />;
  return (
    <div className="flex flex-col gap-4">
      {count > searchableFrom && (
        <SearchField
          label={`Search ${formatCount(count)} companies`}
          value={search}
          onChange={setSearch}
          isBusy={loading && tenants !== undefined}
        />
      )}
      {error && (
        <ErrorState title="The companies could not be loaded" onRetry={() => void refetch()} isRetrying={loading} />
      )}
      {!error && !tenants && <CompaniesSkeleton />}
      {tenants && (
        <Choice
          key={settled}
          tenants={tenants}
          search={settled}
          last={last}
          isLoadingMore={loading}
          onMore={() => void fetchMore({ variables: { after: tenants.pageInfo.endCursor } }).catch(() => undefined)}
        />
      )}
    </div>
  );
}

interface ChoiceProps {
  tenants: CompaniesQuery['tenants'];
  search: string;
  last: string | null;
  isLoadingMore: boolean;
  onMore: () => void;
}

function Choice({ tenants: { nodes, pageInfo }, search, last, isLoadingMore, onMore }: ChoiceProps) {
  if (nodes.length === 0) {
    return (
      <EmptyState icon={<SearchX />} title={`No company is called “${search}”`}>
        The search looks at names and addresses.
      </EmptyState>
    );
  }
  return (
    <>
      <ul aria-label="Companies" className="flex flex-col gap-2">
        {nodes.map((tenant) => (
          <CompanyCard key={tenant.id} tenant={tenant} isLast={tenant.slug === last} />
        ))}
      </ul>
      {pageInfo.hasNextPage && (
        <Button variant="quiet" onClick={onMore} isBusy={isLoadingMore} className="self-center">
          Show more
        </Button>
      )}
    </>
  );
}

const NoCompany = ({ onCreate }: { onCreate: () => void }) => (
  <EmptyState
    icon={<Building2 />}
    title="No company yet"
    action={
      <Button variant="primary" onClick={onCreate}>
        Create a company
      </Button>
    }
  >
    Create the first one; it takes less than a second.
  </EmptyState>
);

export const CompaniesSkeleton = () => (
  <SkeletonRegion label="The companies are loading" className="flex flex-col gap-2">
    {['one', 'two', 'three'].map((key) => (
      <div key={key} className="flex items-center gap-3 rounded-card border border-line bg-surface p-3.5">
        <Skeleton className="size-10" />
        <div className="flex flex-1 flex-col gap-2">
          <Skeleton className="w-40" />
          <Skeleton className="h-3 w-56" />
        </div>
      </div>
    ))}
  </SkeletonRegion>
);
