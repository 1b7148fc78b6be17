import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from '../../ui/class-names';
import { type ContactSort, directionOf, fieldOf, nextSort, type SortField } from './list-address';

export const PlainHead = ({ children, className }: { children: ReactNode; className?: string }) => (
  <th scope="col" className={classNames('px-3 font-medium', className)}>
    {children}
  </th>
);

interface SortHeadProps {
  field: SortField;
  sort: ContactSort;
  onSort: (sort: ContactSort) => void;
  children: ReactNode;
  className?: string;
}

export function SortHead({ field, sort, onSort, children, className }: SortHeadProps) {
  const isSorted = fieldOf(sort) === field;
  const isAscending = directionOf(sort) === 'ASC';
  const Arrow = isAscending ? ArrowUp : ArrowDown;
  return (
    <th
      scope="col"
      aria-sort={isSorted ? (isAscending ? 'ascending' : 'descending') : 'none'}
      className={classNames('px-3 font-medium', className)}
    >
      <button
        type="button"
        onClick={() => onSort(nextSort(sort, field))}
        className={classNames(
          '-mx-1 inline-flex h-8 items-center gap-1 rounded-sm px-1 hover:text-ink',
          isSorted && 'text-ink',
        )}
      >
        {children}
        {isSorted && <Arrow aria-hidden="true" className="size-3.5" />}
      </button>
    </th>
  );
}
