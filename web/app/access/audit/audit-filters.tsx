import type { AuditFilters_TenantFragment } from '../../generated/graphql';
import { Button } from '../../ui/button';
import { SelectField, type SelectOption } from '../../ui/select-field';
import { TextField } from '../../ui/text-field';
import { type AuditAddress, actions, isAuditFiltered } from './audit-address';

interface AuditFiltersProps {
  tenant: AuditFilters_TenantFragment;
  address: AuditAddress;
  onChange: (address: AuditAddress) => void;
}

/** No option's value may be empty. */
const any = 'any';

/** Who, what, and when: each choice goes into the address at once. */
export function AuditFilters({ tenant, address, onChange }: AuditFiltersProps) {
  const choose = (name: keyof AuditAddress) => (value: string) =>
    onChange({ ...address, [name]: value === any || value === '' ? null : value });
  return (
    <section
      aria-label="Filter the audit log"
      className="grid grid-cols-2 items-end gap-3 px-5 pt-2 pb-4 lg:grid-cols-5"
    >
      <SelectField label="Who" value={address.who ?? any} options={whoOf(tenant, address)} onChange={choose('who')} />
      <SelectField label="What" value={address.what ?? any} options={whatOf(address)} onChange={choose('what')} />
      <DayField label="From" value={address.from} max={address.until} onChange={choose('from')} />
      <DayField label="Until" value={address.until} min={address.from} onChange={choose('until')} />
      {isAuditFiltered(address) && (
        <Button variant="quiet" onClick={() => onChange(nothing)} className="max-lg:col-span-2">
          Reset
        </Button>
      )}
    </section>
  );
}

/** Every entry. */
export const nothing: AuditAddress = { who: null, what: null, from: null, until: null };

interface DayFieldProps {
  label: string;
  value: string | null;
  min?: string | null;
  max?: string | null;
  onChange: (day: string) => void;
}

const DayField = ({ label, value, min, max, onChange }: DayFieldProps) => (
  <TextField
    type="date"
    label={label}
    title="Days are those of UTC."
    value={value ?? ''}
    min={min ?? undefined}
    max={max ?? undefined}
    onChange={(event) => onChange(event.target.value)}
  />
);

/** Whoever has left, or is beyond the first page, is still found by an address that names them. */
function whoOf({ members, apiKeys }: AuditFilters_TenantFragment, { who }: AuditAddress): SelectOption<string>[] {
  const known = [
    ...members.nodes.map(({ account }) => ({ value: account.id, label: account.name })),
    ...apiKeys.map(({ id, name }) => ({ value: id, label: `${name} (API key)` })),
  ];
  return [{ value: any, label: 'Anybody' }, ...withChosen(known, who, 'Somebody else')];
}

function whatOf({ what }: AuditAddress): SelectOption<string>[] {
  const known = Object.entries(actions).map(([value, label]) => ({ value, label }));
  return [{ value: any, label: 'Anything' }, ...withChosen(known, what, what ?? '')];
}

const withChosen = (known: SelectOption<string>[], value: string | null, label: string): SelectOption<string>[] =>
  value === null || known.some((option) => option.value === value) ? known : [...known, { value, label }];
