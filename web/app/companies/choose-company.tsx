import { ArrowRight, Building2, SearchX } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { type CompaniesQuery, useCompaniesQuery } from '../generated/graphql';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { ErrorState } from '../ui/error-state';
import { formatCount } from '../ui/format';
import { RadioCards } from '../ui/radio-cards';
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
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<string | null>(last);
  const choice = nodes.find(({ slug }) => slug === chosen) ?? nodes[0];
  if (!choice) {
    return (
      <EmptyState icon={<SearchX />} title={`No company is called “${search}”`}>
        The search looks at names and addresses.
      </EmptyState>
    );
  }
  const open = (slug: string) => void navigate(`/tenant/${slug}/inbox`);
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        open(choice.slug);
      }}
    >
      <RadioCards label="Company" value={choice.slug} onChange={setChosen}>
        {nodes.map((tenant) => (
          <CompanyCard key={tenant.id} tenant={tenant} onOpen={() => open(tenant.slug)} />
        ))}
      </RadioCards>
      {pageInfo.hasNextPage && (
        <Button variant="quiet" onClick={onMore} isBusy={isLoadingMore} className="self-center">
          Show more
        </Button>
      )}
      {/* Stays in sight below a long list, which fades out behind it. */}
      <div className="sticky bottom-0 -mx-1 bg-linear-to-t from-70% from-canvas to-transparent px-1 pt-6 pb-4">
        <Button type="submit" variant="primary" size="large" className="w-full">
          <span className="truncate">Open {choice.name}</span>
          <ArrowRight aria-hidden="true" />
        </Button>
      </div>
    </form>
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
