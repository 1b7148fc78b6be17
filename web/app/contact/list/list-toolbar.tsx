import { ArrowUpDown, Check } from 'lucide-react';
import { Button } from '../../ui/button';
import { classNames } from '../../ui/class-names';
import { IconButton } from '../../ui/icon-button';
import { Menu, MenuItem } from '../../ui/menu';
import { FieldsFilter } from '../fields/fields-filter';
import { ColumnsMenu } from './columns-menu';
import { ContactSearch } from './contact-search';
import { statusOptions } from './contact-status';
import { FacetFilter } from './facet-filter';
import { FilterButton } from './filter-button';
import { LabelFilter } from './label-filter';
import {
  type ContactSort,
  type CreatedPeriod,
  contactSorts,
  createdPeriods,
  isFiltered,
  type ListAddress,
  withoutFilters,
} from './list-address';
import { isUsual } from './list-columns';
import { OptionCheckboxes } from './option-checkboxes';

interface ListToolbarProps {
  address: ListAddress;
  columns: readonly string[];
  onColumns: (columns: readonly string[] | null) => void;
  /** A search replaces the address, a filter or an order adds a step to the way back. */
  onChange: (address: ListAddress, options?: { isTyping: boolean }) => void;
  labelNameOf: (id: string) => string | undefined;
  isBusy: boolean;
}

export const ListToolbar = ({ address, columns, onColumns, onChange, labelNameOf, isBusy }: ListToolbarProps) => (
  <div className="flex items-center gap-2 max-lg:flex-wrap">
    <ContactSearch
      search={address.search}
      onSearch={(search) => onChange({ ...address, search }, { isTyping: true })}
      isBusy={isBusy}
      className="max-lg:-order-1 max-lg:min-w-0 max-lg:flex-1 lg:w-64 lg:shrink-0 2xl:w-80"
    />
    {/* On a phone it scrolls sideways; the padding keeps the focus rings whole. */}
    <div className="relative -m-1 flex min-w-0 flex-1 items-center gap-2 max-lg:basis-full overflow-x-auto p-1 [scrollbar-width:none]">
      <FacetFilter
        label="Source"
        facet="sources"
        chosen={address.sources}
        onChange={(sources) => onChange({ ...address, sources })}
      />
      <FacetFilter
        label="Company"
        facet="companies"
        chosen={address.companies}
        onChange={(companies) => onChange({ ...address, companies })}
      />
      <LabelFilter
        chosen={address.labelIds}
        namesOf={labelNameOf}
        onChange={(labelIds) => onChange({ ...address, labelIds })}
      />
      <StatusFilter address={address} onChange={onChange} />
      <CreatedFilter address={address} onChange={onChange} />
      <FieldsFilter chosen={address.fields} onChange={(fields) => onChange({ ...address, fields })} />
      {isFiltered(address) && (
        <Button variant="quiet" size="small" onClick={() => onChange(withoutFilters(address))}>
          Clear filters
        </Button>
      )}
    </div>
    <div className="flex max-lg:-order-1">
      <SortMenu
        sort={address.sort}
        onChange={(sort) => onChange({ ...address, sort })}
        // Where all that it offers has a column, the columns' heads are enough.
        {...(isUsual(columns) && { className: '2xl:hidden' })}
      />
      <ColumnsMenu columns={columns} onChange={onColumns} />
    </div>
  </div>
);

type FilterProps = Pick<ListToolbarProps, 'address' | 'onChange'>;

const StatusFilter = ({ address, onChange }: FilterProps) => (
  <FilterButton
    label="Status"
    chosen={statusOptions.filter(({ value }) => address.statuses.includes(value)).map(({ label }) => label)}
    onClear={() => onChange({ ...address, statuses: [] })}
  >
    <OptionCheckboxes
      label="Status of a conversation"
      options={statusOptions}
      chosen={address.statuses}
      onChange={(statuses) => onChange({ ...address, statuses })}
    />
  </FilterButton>
);

const CreatedFilter = ({ address, onChange }: FilterProps) => (
  <FilterButton
    label="Created"
    chosen={address.created ? [createdPeriods[address.created]] : []}
    onClear={() => onChange({ ...address, created: null })}
  >
    <OptionCheckboxes
      label="Time of creation"
      options={Object.entries(createdPeriods).map(([value, label]) => ({ value: value as CreatedPeriod, label }))}
      chosen={address.created ? [address.created] : []}
      // The longer period holds the shorter one, so a new choice takes the place of the old.
      onChange={(chosen) => onChange({ ...address, created: chosen.at(-1) ?? null })}
    />
  </FilterButton>
);

interface SortMenuProps {
  sort: ContactSort;
  onChange: (sort: ContactSort) => void;
  className?: string;
}

const SortMenu = ({ sort, onChange, className }: SortMenuProps) => (
  <Menu
    trigger={
      <IconButton
        label={`Order: ${contactSorts[sort]}`}
        icon={<ArrowUpDown aria-hidden="true" />}
        {...(className && { className })}
      />
    }
  >
    {Object.entries(contactSorts).map(([value, label]) => (
      <MenuItem
        key={value}
        role="menuitemradio"
        aria-checked={value === sort}
        onSelect={() => onChange(value as ContactSort)}
      >
        <span className="flex-1">{label}</span>
        <Check aria-hidden="true" className={classNames(value !== sort && 'invisible')} />
      </MenuItem>
    ))}
  </Menu>
);
