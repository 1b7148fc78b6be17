import { SearchForm } from '../ui/search-form';
import { SelectField } from '../ui/select-field';
import { statusLooks } from './company-status';
import { type FleetAddress, statuses } from './fleet-address';

interface CompanyFiltersProps {
  address: FleetAddress;
  onChange: (address: FleetAddress) => void;
  isBusy: boolean;
}

const options = [
  { value: 'ALL' as const, label: 'Any state' },
  ...statuses.map((value) => ({ value, label: statusLooks[value].label })),
];

export const CompanyFilters = ({ address, onChange, isBusy }: CompanyFiltersProps) => (
  <div className="flex flex-wrap items-end gap-3 px-5 pt-2 pb-4">
    <SearchForm
      label="Search companies"
      placeholder="Name, address or id"
      maxLength={200}
      search={address.search}
      onSearch={(search) => onChange({ ...address, search })}
      isBusy={isBusy}
      className="min-w-48 flex-1"
    />
    <div className="w-44">
      <SelectField
        label="State"
        isLabelHidden
        value={address.status ?? 'ALL'}
        options={options}
        onChange={(status) => onChange({ ...address, status: status === 'ALL' ? null : status })}
      />
    </div>
  </div>
);
