import { Suspense } from 'react';
import { lazyPart } from '../../ui/lazy-part';
import { FilterButton } from '../list/filter-button';
import type { FieldFilters } from './field-filters';

const FieldsFilterPanel = lazyPart(() => import('./fields-filter-panel').then((parts) => parts.FieldsFilterPanel));

interface FieldsFilterProps {
  chosen: FieldFilters;
  onChange: (chosen: FieldFilters) => void;
}

/** Filters by the company's own fields; what there is to choose from is asked for when the choice is opened. */
export const FieldsFilter = ({ chosen, onChange }: FieldsFilterProps) => (
  <FilterButton label="Fields" chosen={Object.values(chosen).flat()} onClear={() => onChange({})}>
    <Suspense fallback={null}>
      <FieldsFilterPanel chosen={chosen} onChange={onChange} />
    </Suspense>
  </FilterButton>
);
