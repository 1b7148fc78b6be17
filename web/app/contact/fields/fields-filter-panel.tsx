import { type FormEvent, useState } from 'react';
import { useParams } from 'react-router';
import { useContactFieldsQuery } from '../../generated/graphql';
import { Button } from '../../ui/button';
import { Skeleton, SkeletonRegion } from '../../ui/skeleton';
import { TextField } from '../../ui/text-field';
import { TextLink } from '../../ui/text-link';
import { OptionCheckboxes } from '../list/option-checkboxes';
import type { ContactField } from './field-drafts';
import type { FieldFilters } from './field-filters';

interface FieldsFilterPanelProps {
  chosen: FieldFilters;
  onChange: (chosen: FieldFilters) => void;
}

export function FieldsFilterPanel({ chosen, onChange }: FieldsFilterPanelProps) {
  const { data, error, loading, refetch } = useContactFieldsQuery({ fetchPolicy: 'cache-and-network' });
  const { tenantId } = useParams();
  if (!data && error) {
    return (
      <div role="alert" className="flex flex-col items-start gap-2 px-2 py-1.5 text-ink-muted">
        The custom fields could not be loaded.
        <Button size="small" onClick={() => void refetch().catch(() => undefined)} isBusy={loading}>
          Try again
        </Button>
      </div>
    );
  }
  if (!data) {
    return (
      <SkeletonRegion label="The custom fields are loading" className="flex flex-col gap-3 px-2 py-2.5">
        <Skeleton className="w-36" />
        <Skeleton className="w-24" />
      </SkeletonRegion>
    );
  }
  const fields = data.customFields.filter(({ kind }) => kind !== 'LONG_TEXT');
  if (fields.length === 0) {
    return (
      <p className="px-2 py-1.5 text-ink-muted">
        There are no fields to filter by.{' '}
        <TextLink to={`/tenant/${tenantId}/settings/custom-fields`}>Custom fields</TextLink>
      </p>
    );
  }
  return (
    <div className="flex max-h-96 flex-col gap-3 overflow-y-auto px-1 py-1">
      {fields.map((field) => (
        <FieldChoice
          key={field.id}
          field={field}
          chosen={chosen[field.key] ?? []}
          onChange={(values) => onChange(withValues(chosen, field.key, values))}
        />
      ))}
    </div>
  );
}

function withValues(
  { ...filters }: Record<string, readonly string[]>,
  key: string,
  values: readonly string[],
): FieldFilters {
  delete filters[key];
  return values.length > 0 ? { ...filters, [key]: values } : filters;
}

interface FieldChoiceProps {
  field: ContactField;
  chosen: readonly string[];
  onChange: (values: readonly string[]) => void;
}

function FieldChoice({ field: { name, kind, options }, chosen, onChange }: FieldChoiceProps) {
  if (kind !== 'CHOICE' && kind !== 'CHOICES' && kind !== 'BOOLEAN')
    return <TypedChoice name={name} type={kind === 'DATE' ? 'date' : 'text'} chosen={chosen} onChange={onChange} />;
  const all = kind === 'BOOLEAN' ? yesNo : options.map((value) => ({ value, label: value }));
  return (
    <div className="flex flex-col gap-0.5">
      <span aria-hidden="true" className="px-2 font-medium text-detail text-ink">
        {name}
      </span>
      <OptionCheckboxes label={name} options={all} chosen={chosen} onChange={onChange} />
    </div>
  );
}

const yesNo = [
  { value: 'true', label: 'Yes' },
  { value: 'false', label: 'No' },
];

/** Found by the whole value; it is looked for when it is sent, and not letter by letter. */
function TypedChoice({
  name,
  type,
  chosen,
  onChange,
}: { name: string; type: string } & Omit<FieldChoiceProps, 'field'>) {
  const [text, setText] = useState(chosen[0] ?? '');
  const send = (event: FormEvent) => {
    event.preventDefault();
    onChange(text.trim() ? [text.trim()] : []);
  };
  return (
    <form onSubmit={send} className="flex items-end gap-2 px-2">
      <div className="min-w-0 flex-1">
        <TextField
          label={name}
          type={type}
          autoComplete="off"
          placeholder="Exactly…"
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </div>
      <Button type="submit" size="small" className="h-9">
        Find<span className="sr-only"> by {name}</span>
      </Button>
    </form>
  );
}
