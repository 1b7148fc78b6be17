import { skipToken } from '@apollo/client/react';
import { useState } from 'react';
import { useLabelsQuery } from '../../generated/graphql';
import { FilterButton } from './filter-button';
import { OptionCheckboxes } from './option-checkboxes';

interface LabelFilterProps {
  chosen: readonly string[];
  /** Of those that are chosen, where a row shows them already. */
  namesOf: (id: string) => string | undefined;
  onChange: (chosen: string[]) => void;
}

/** Filters by labels, which are asked for when the choice is opened. */
export function LabelFilter({ chosen, namesOf, onChange }: LabelFilterProps) {
  const [isOpen, setIsOpen] = useState(false);
  const { data, error } = useLabelsQuery(isOpen ? {} : skipToken);
  const nameOf = (id: string) => data?.labels.find((label) => label.id === id)?.name ?? namesOf(id) ?? '1';
  return (
    <FilterButton label="Label" chosen={chosen.map(nameOf)} onClear={() => onChange([])} onOpenChange={setIsOpen}>
      {data && data.labels.length > 0 && (
        <OptionCheckboxes
          label="Label"
          options={data.labels.map(({ id, name }) => ({ value: id, label: name }))}
          chosen={chosen}
          onChange={onChange}
        />
      )}
      {data?.labels.length === 0 && <p className="px-2 py-1.5 text-ink-muted">There are no labels yet.</p>}
      {!data && (
        <p role={error ? 'alert' : undefined} className="px-2 py-1.5 text-ink-muted">
          {error ? 'The labels could not be loaded.' : 'Loading…'}
        </p>
      )}
    </FilterButton>
  );
}
