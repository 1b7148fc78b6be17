import type { MouseEvent, ReactNode } from 'react';
import { Link } from 'react-router';
import { classNames } from '../../ui/class-names';
import { SelectButton } from '../../ui/select-button';

export interface RowProps {
  /** The company's path. */
  path: string;
  /** The list's own `?…`, for the way back. */
  listSearch: string;
  /** Deleted while the list is open: it stays in place until the list is read again. */
  isDeleted: boolean;
  isSelected: boolean;
  /** With Shift, all from the one that was selected before. */
  onSelect: (id: string, isRange: boolean) => void;
}

interface NameCellProps extends RowProps {
  contact: { id: string; name: string };
  /** Beside the name. */
  children?: ReactNode;
  className?: string;
}

/** Who it is. The link lies over the whole row; the picture selects it. */
export function NameCell({ contact: { id, name }, children, className, ...row }: NameCellProps) {
  const { path, listSearch, isDeleted, isSelected, onSelect } = row;
  const selectInstead = (event: MouseEvent) => {
    if (!event.shiftKey) return;
    event.preventDefault();
    onSelect(id, true);
  };
  return (
    <td className={className}>
      <div className="flex min-w-0 items-center gap-3">
        <SelectButton name={name} isSelected={isSelected} onSelect={(isRange) => onSelect(id, isRange)} />
        <div className="flex min-w-0 flex-1 flex-col md:flex-row md:items-baseline md:gap-2">
          {isDeleted ? (
            <span className="truncate font-medium text-ink line-through md:max-w-[70%] md:shrink-0">{name}</span>
          ) : (
            <Link
              to={`${path}/contacts/${id}`}
              state={{ listSearch }}
              prefetch="intent"
              data-contact-link={id}
              onClick={selectInstead}
              className={classNames(
                'truncate font-medium text-ink outline-none after:absolute after:inset-0 after:rounded-sm focus-visible:after:outline-2 focus-visible:after:outline-accent focus-visible:after:-outline-offset-2',
                children !== undefined && 'md:max-w-[70%] md:shrink-0',
              )}
            >
              {name}
            </Link>
          )}
          {children}
        </div>
      </div>
    </td>
  );
}

export const rowLook = ({ isDeleted, isSelected }: Pick<RowProps, 'isDeleted' | 'isSelected'>): string =>
  classNames(
    'group relative border-line border-b last:border-b-0 md:h-11',
    isDeleted && 'opacity-55',
    isSelected ? 'bg-accent-soft' : !isDeleted && 'transition-colors duration-100 hover:bg-hover',
  );
