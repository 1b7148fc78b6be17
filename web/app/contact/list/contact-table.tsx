import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ContactRow_ContactFragment } from '../../generated/graphql';
import { classNames } from '../../ui/class-names';
import { ContactRow } from './contact-row';
import { type ContactSort, directionOf, fieldOf, nextSort, type SortField } from './list-address';

interface ContactTableProps {
  contacts: readonly ContactRow_ContactFragment[];
  deletedIds: ReadonlySet<string>;
  sort: ContactSort;
  onSort: (sort: ContactSort) => void;
  path: string;
  listSearch: string;
  /** What is shown belongs to an earlier search; the answer to this one is on its way. */
  isStale: boolean;
}

export const ContactTable = ({ contacts, deletedIds, sort, onSort, path, listSearch, isStale }: ContactTableProps) => (
  <table
    aria-busy={isStale || undefined}
    className={classNames(
      'w-full table-fixed text-left transition-opacity duration-150 max-md:block',
      isStale && 'opacity-60',
    )}
  >
    <caption className="sr-only">Contacts</caption>
    <thead className="max-md:sr-only">
      <tr className="h-10 border-line border-b text-ink-muted text-xs">
        <SortHead field="name" {...{ sort, onSort }} className="w-[34%] pl-5 lg:w-[26%]">
          Name
        </SortHead>
        <PlainHead>Email</PlainHead>
        <PlainHead className="hidden w-40 lg:table-cell">Phone</PlainHead>
        <PlainHead className="w-32">Source</PlainHead>
        <PlainHead className="w-32">Conversation</PlainHead>
        <SortHead field="activity" {...{ sort, onSort }} className="w-32">
          Last activity
        </SortHead>
        <SortHead field="created" {...{ sort, onSort }} className="hidden w-36 2xl:table-cell">
          Created
        </SortHead>
      </tr>
    </thead>
    <tbody className="max-md:block">
      {contacts.map((contact) => (
        <ContactRow
          key={contact.id}
          contact={contact}
          path={path}
          listSearch={listSearch}
          isDeleted={deletedIds.has(contact.id)}
        />
      ))}
    </tbody>
  </table>
);

const PlainHead = ({ children, className }: { children: ReactNode; className?: string }) => (
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

function SortHead({ field, sort, onSort, children, className }: SortHeadProps) {
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
