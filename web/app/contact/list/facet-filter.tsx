import { skipToken } from '@apollo/client/react';
import { useState } from 'react';
import { useContactFacetsQuery } from '../../generated/graphql';
import { Button } from '../../ui/button';
import { SearchField } from '../../ui/search-field';
import { Skeleton, SkeletonRegion } from '../../ui/skeleton';
import { useDebounced } from '../../ui/use-debounced';
import { FilterButton } from './filter-button';
import { OptionCheckboxes } from './option-checkboxes';

const askAfterMs = 200;
/** As many values as are taken in at a glance. */
const searchableFrom = 8;

interface FacetFilterProps {
  label: string;
  facet: 'sources' | 'companies';
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

/** Filters by values that contacts of the company have; they are asked for when the choice is opened. */
export function FacetFilter({ label, facet, chosen, onChange }: FacetFilterProps) {
  const [isOpen, setIsOpen] = useState(false);
  const [search, setSearch] = useState('');
  // What is chosen when the choice opens stands on top, and nothing moves while it is open.
  const [pinned, setPinned] = useState<readonly string[]>([]);
  const settled = useDebounced(search.trim(), askAfterMs);
  const { data, previousData, error, loading, refetch } = useContactFacetsQuery(
    isOpen ? { variables: { search: settled || null }, fetchPolicy: 'cache-and-network' } : skipToken,
  );
  const values = (data ?? previousData)?.contactFacets[facet];
  const shown = [...new Set([...(settled ? [] : pinned), ...(values ?? [])])];
  const word = facet === 'sources' ? 'source' : 'company';

  const changeOpen = (next: boolean) => {
    setIsOpen(next);
    setPinned(chosen);
    setSearch('');
  };
  return (
    <FilterButton label={label} chosen={chosen} onClear={() => onChange([])} onOpenChange={changeOpen}>
      {(settled || shown.length > searchableFrom || search) && (
        <SearchField label={`Search for a ${word}`} value={search} onChange={setSearch} isBusy={loading} />
      )}
      {values && (
        <OptionCheckboxes
          label={label}
          options={shown.map((value) => ({ value, label: value }))}
          chosen={chosen}
          onChange={onChange}
        />
      )}
      {values && shown.length === 0 && (
        <p className="px-2 py-1.5 text-ink-muted">
          {settled ? `No ${word} is called so.` : `No contact has a ${word} yet.`}
        </p>
      )}
      {!values && !error && <FacetSkeleton word={word} />}
      {!values && error && (
        <div role="alert" className="flex flex-col items-start gap-2 px-2 py-1.5 text-ink-muted">
          The choice could not be loaded.
          <Button size="small" onClick={() => void refetch().catch(() => undefined)} isBusy={loading}>
            Try again
          </Button>
        </div>
      )}
    </FilterButton>
  );
}

const FacetSkeleton = ({ word }: { word: string }) => (
  <SkeletonRegion label={`Each ${word} is loading`} className="flex flex-col gap-3 px-2 py-2.5">
    <Skeleton className="w-36" />
    <Skeleton className="w-24" />
    <Skeleton className="w-32" />
  </SkeletonRegion>
);
