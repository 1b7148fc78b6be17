import { Check } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Link, useParams } from 'react-router';
import { type LabelsQuery, useLabelsQuery } from '../generated/graphql';
import { MenuItem, MenuSeparator } from '../ui/menu';
import { LabelDot } from './label-chip';

type Label = LabelsQuery['labels'][number];

interface LabelItemsProps {
  isOn: (labelId: string) => boolean;
  onLabel: (label: Label, isOn: boolean) => void;
}

/** The labels of the company, to put on and take off whatever can have some. */
export function LabelItems({ isOn, onLabel }: LabelItemsProps) {
  const { tenantId } = useParams();
  const { data, error } = useLabelsQuery();
  const first = useRef<HTMLDivElement>(null);
  const isLoaded = data !== undefined;
  // The menu has looked for its first item before the labels were there.
  useEffect(() => {
    if (isLoaded && first.current?.closest('[role=menu]')?.contains(document.activeElement)) first.current.focus();
  }, [isLoaded]);
  return (
    <>
      {data?.labels.map((label, index) => (
        <MenuItem
          key={label.id}
          {...(index === 0 && { ref: first })}
          role="menuitemcheckbox"
          aria-checked={isOn(label.id)}
          icon={<LabelDot colour={label.colour} />}
          onSelect={() => onLabel(label, !isOn(label.id))}
        >
          <span className="min-w-0 flex-1 truncate">{label.name}</span>
          {isOn(label.id) && <Check aria-hidden="true" />}
        </MenuItem>
      ))}
      {data?.labels.length === 0 && <p className="px-2.5 py-1.5 text-ink-muted">There are no labels yet.</p>}
      {!data && (
        <p className="px-2.5 py-1.5 text-ink-muted">{error ? 'The labels could not be loaded.' : 'Loading…'}</p>
      )}
      <MenuSeparator />
      <MenuItem asChild>
        <Link to={`/tenant/${tenantId}/settings/labels`}>Make and change labels</Link>
      </MenuItem>
    </>
  );
}
