import { CircleAlert, Plus, X } from 'lucide-react';
import { Button } from '../../ui/button';
import { IconButton } from '../../ui/icon-button';
import { TextField } from '../../ui/text-field';
import { type MetadataRow, withRow } from './metadata-rows';

interface MetadataFieldsProps {
  /** The first row's name gets it, and without rows the button, so that an error can lead there. */
  id: string;
  rows: readonly MetadataRow[];
  onChange: (rows: readonly MetadataRow[]) => void;
  onLeave: () => void;
  error: string | undefined;
}

/** Fields of the company's own making: a name and a value each. */
export function MetadataFields({ id, rows, onChange, onLeave, error }: MetadataFieldsProps) {
  const replace = (changed: MetadataRow) => onChange(rows.map((row) => (row.id === changed.id ? changed : row)));
  const errorId = `${id}-error`;
  return (
    <div className="flex flex-col items-start gap-3">
      {rows.map((row, index) => {
        const called = row.key.trim() || `field ${index + 1}`;
        return (
          <div key={row.id} className="grid w-full grid-cols-[2fr_3fr_auto] gap-2">
            <TextField
              label={`Name of further field ${index + 1}`}
              isLabelHidden
              placeholder="Name"
              {...(index === 0 && { id })}
              value={row.key}
              onChange={(event) => replace({ ...row, key: event.target.value })}
              onBlur={onLeave}
              aria-errormessage={error ? errorId : undefined}
            />
            <TextField
              label={`Value of ${called}`}
              isLabelHidden
              placeholder="Value"
              value={row.value}
              onChange={(event) => replace({ ...row, value: event.target.value })}
              onBlur={onLeave}
            />
            <IconButton
              label={`Remove ${called}`}
              icon={<X aria-hidden="true" />}
              onClick={() => onChange(rows.filter(({ id: other }) => other !== row.id))}
            />
          </div>
        );
      })}
      {error && (
        <p id={errorId} role="alert" className="flex gap-1.5 text-detail text-danger-ink">
          <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
          {error}
        </p>
      )}
      <Button
        {...(rows.length === 0 && { id })}
        size="small"
        variant="quiet"
        icon={<Plus aria-hidden="true" />}
        onClick={() => onChange(withRow(rows))}
        className="-ml-2.5"
      >
        Add a field of your own
      </Button>
    </div>
  );
}
