import type { ContactListQuery } from '../../generated/graphql';
import { classNames } from '../../ui/class-names';
import type { Selection } from '../../ui/use-selection';
import { ChosenHeads, ChosenRow } from './chosen-columns';
import { ContactRow } from './contact-row';
import type { ContactSort } from './list-address';
import { isUsual } from './list-columns';
import { PlainHead, SortHead } from './table-heads';

interface ContactTableProps {
  contacts: ContactListQuery['contacts']['nodes'];
  columns: readonly string[];
  deletedIds: ReadonlySet<string>;
  selection: Selection;
  sort: ContactSort;
  onSort: (sort: ContactSort) => void;
  path: string;
  listSearch: string;
  /** What is shown belongs to an earlier search; the answer to this one is on its way. */
  isStale: boolean;
}

export function ContactTable({ contacts, columns, sort, onSort, isStale, ...props }: ContactTableProps) {
  const usual = isUsual(columns);
  const { deletedIds, selection, path, listSearch } = props;
  const selected = new Set(selection.selectedIds);
  const rowOf = ({ id }: { id: string }) => ({
    path,
    listSearch,
    isDeleted: deletedIds.has(id),
    isSelected: selected.has(id),
    onSelect: selection.toggle,
  });
  return (
    // Wide ones scroll sideways, inside their card.
    <div className={classNames(!usual && 'md:overflow-x-auto')}>
      <table
        aria-busy={isStale || undefined}
        className={classNames(
          'w-full text-left transition-opacity duration-150 max-md:block',
          usual && 'table-fixed',
          isStale && 'opacity-60',
        )}
      >
        <caption className="sr-only">Contacts</caption>
        <thead className="max-md:sr-only">
          <tr className="h-10 border-line border-b text-ink-muted text-xs">
            {usual ? <UsualHeads {...{ sort, onSort }} /> : <ChosenHeads {...{ contacts, columns, sort, onSort }} />}
          </tr>
        </thead>
        <tbody className="max-md:block">
          {contacts.map((contact) =>
            usual ? (
              <ContactRow key={contact.id} contact={contact} {...rowOf(contact)} />
            ) : (
              <ChosenRow key={contact.id} contact={contact} columns={columns} {...rowOf(contact)} />
            ),
          )}
        </tbody>
      </table>
    </div>
  );
}

const UsualHeads = ({ sort, onSort }: Pick<ContactTableProps, 'sort' | 'onSort'>) => (
  <>
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
  </>
);
