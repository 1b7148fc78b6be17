import { ArrowDown, ArrowUp } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useContactFieldsQuery } from '../../generated/graphql';
import { Button } from '../../ui/button';
import { Checkbox } from '../../ui/checkbox';
import { IconButton } from '../../ui/icon-button';
import { columnWords, isUsual } from './list-columns';

export interface ColumnsPanelProps {
  columns: readonly string[];
  /** Null: as if nobody had chosen. */
  onChange: (columns: readonly string[] | null) => void;
}

/** What is shown stands on top, in its order; below it what could be. */
export function ColumnsPanel({ columns, onChange }: ColumnsPanelProps) {
  const { data } = useContactFieldsQuery();
  const [told, setTold] = useState('');
  const id = useId();
  const moved = useRef<string | null>(null);
  // A line that changes its place loses the focus on the way.
  useEffect(() => {
    if (moved.current !== null) document.getElementById(moved.current)?.focus();
    moved.current = null;
  });

  const words = new Map<string, string>([
    ...Object.entries(columnWords),
    ...(data?.customFields.map(({ key, name }) => [key, name] as const) ?? []),
  ]);
  // What is unknown until the fields are read, or belongs to one that is deleted, keeps its place.
  const shown = columns.filter((column) => words.has(column));
  const hidden = [...words.keys()].filter((column) => !columns.includes(column));
  const choose = (next: readonly string[]) => onChange(isUsual(next) ? null : next);

  const move = (column: string, by: 1 | -1, buttonId: string) => {
    const other = shown[shown.indexOf(column) + by];
    if (other === undefined || other === 'name') return;
    choose(columns.map((each) => (each === column ? other : each === other ? column : each)));
    moved.current = buttonId;
    setTold(`${words.get(column)} is number ${shown.indexOf(column) + by + 1} of ${shown.length} now.`);
  };
  return (
    <>
      <fieldset className="flex max-h-80 flex-col overflow-y-auto">
        <legend className="sr-only">Columns that are shown</legend>
        {[...shown, ...hidden].map((column) => {
          const isShown = columns.includes(column);
          const name = words.get(column) ?? column;
          return (
            <div key={column} className="flex items-center">
              {column === 'name' ? (
                <span className="flex min-h-8 flex-1 items-center px-2 text-ink-muted max-md:min-h-10">
                  {name}, always first
                </span>
              ) : (
                <Checkbox
                  isChecked={isShown}
                  className="flex-1"
                  onChange={(isChecked) =>
                    choose(isChecked ? [...columns, column] : columns.filter((each) => each !== column))
                  }
                >
                  {name}
                </Checkbox>
              )}
              {isShown && column !== 'name' && (
                <>
                  <MoveButton
                    id={`${id}-${column}-up`}
                    label={`Move ${name} up`}
                    isPossible={shown.indexOf(column) > 1}
                    onMove={(buttonId) => move(column, -1, buttonId)}
                  />
                  <MoveButton
                    id={`${id}-${column}-down`}
                    label={`Move ${name} down`}
                    isPossible={shown.indexOf(column) < shown.length - 1}
                    onMove={(buttonId) => move(column, 1, buttonId)}
                  />
                </>
              )}
            </div>
          );
        })}
      </fieldset>
      <Button
        variant="quiet"
        size="small"
        className="justify-start px-2"
        aria-disabled={isUsual(columns) || undefined}
        onClick={() => onChange(null)}
      >
        Reset columns
      </Button>
      <p role="status" className="sr-only">
        {told}
      </p>
    </>
  );
}

interface MoveButtonProps {
  id: string;
  label: string;
  isPossible: boolean;
  onMove: (buttonId: string) => void;
}

const MoveButton = ({ id, label, isPossible, onMove }: MoveButtonProps) => (
  <IconButton
    id={id}
    label={label}
    className="size-8 max-md:size-10 aria-disabled:opacity-40"
    icon={label.endsWith('up') ? <ArrowUp aria-hidden="true" /> : <ArrowDown aria-hidden="true" />}
    aria-disabled={!isPossible || undefined}
    onClick={() => isPossible && onMove(id)}
  />
);
