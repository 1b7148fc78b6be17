import type { MouseEvent, ReactNode } from 'react';
import type { ContactListQuery } from '../../generated/graphql';
import { LabelChip } from '../../labels/label-chip';
import { Badge } from '../../ui/badge';
import { classNames } from '../../ui/class-names';
import { LocalTime, RelativeTime } from '../../ui/relative-time';
import { FieldValue } from '../fields/field-value';
import { ContactStatus } from './contact-status';
import type { ContactSort, SortField } from './list-address';
import { columnWords, isOwnColumn, type OwnColumn } from './list-columns';
import { NameCell, type RowProps, rowLook } from './name-cell';
import { PlainHead, SortHead } from './table-heads';

type Contact = ContactListQuery['contacts']['nodes'][number];

/** Custom fields come with the rows; one that is deleted by now has no column. */
function shownOf(columns: readonly string[], contact: Contact | undefined): { column: string; words: string }[] {
  const names = new Map(contact?.fields?.map(({ field }) => [field.key, field.name]));
  return columns.flatMap((column) => {
    const words = isOwnColumn(column) ? columnWords[column] : names.get(column);
    return words === undefined ? [] : { column, words };
  });
}

const sortedBy: Partial<Record<string, SortField>> = {
  name: 'name',
  lastActivityAt: 'activity',
  createdAt: 'created',
};

interface ChosenHeadsProps {
  contacts: readonly Contact[];
  columns: readonly string[];
  sort: ContactSort;
  onSort: (sort: ContactSort) => void;
}

export const ChosenHeads = ({ contacts, columns, sort, onSort }: ChosenHeadsProps) =>
  shownOf(columns, contacts[0]).map(({ column, words }) => {
    const look = classNames('whitespace-nowrap', column === 'name' && 'sticky left-0 z-20 bg-surface pl-5');
    const field = sortedBy[column];
    return field ? (
      <SortHead key={column} field={field} {...{ sort, onSort }} className={look}>
        {words}
      </SortHead>
    ) : (
      <PlainHead key={column} className={look}>
        {words}
      </PlainHead>
    );
  });

interface ChosenRowProps extends RowProps {
  contact: Contact;
  columns: readonly string[];
}

/** As wide as what it holds, and the name stays in sight; on a phone a card, with a line for each that says something. */
export const ChosenRow = ({ contact, columns, ...row }: ChosenRowProps) => (
  // Its link has the keyboard; it cannot lie over the row as elsewhere, since its cell stays in sight.
  <tr
    onClick={openRow}
    className={classNames(rowLook(row), 'max-md:flex max-md:flex-col max-md:gap-1 max-md:px-4 max-md:py-3')}
  >
    {shownOf(columns, contact).map(({ column, words }) =>
      column === 'name' ? (
        <NameCell
          key={column}
          contact={contact}
          {...row}
          className={classNames(
            'md:sticky md:left-0 md:z-10 md:min-w-52 md:max-w-72 md:bg-surface md:py-1.5 md:pr-3 md:pl-5',
            row.isSelected ? 'md:bg-accent-soft' : 'md:group-hover:bg-hover',
          )}
        >
          {row.isDeleted && <Badge tone="danger">Deleted</Badge>}
        </NameCell>
      ) : (
        <ChosenCell key={column} words={words}>
          {cellOf(contact, column)}
        </ChosenCell>
      ),
    )}
  </tr>
);

/** A click on what is no link, and no selection of text, is one on the name. */
function openRow({ target, currentTarget, shiftKey }: MouseEvent<HTMLElement>): void {
  if ((target as Element).closest('a, button') || window.getSelection()?.isCollapsed === false) return;
  const link = currentTarget.querySelector('[data-contact-link]');
  link?.dispatchEvent(new window.MouseEvent('click', { bubbles: true, cancelable: true, shiftKey }));
}

/** Its heading stands beside it where there are no columns. */
const ChosenCell = ({ words, children }: { words: string; children: ReactNode }) => (
  <td
    className={classNames(
      'text-detail text-ink-muted max-md:flex max-md:gap-2 max-md:pl-11 md:px-3 md:last:pr-5',
      (children === null || children === '') && 'max-md:hidden',
    )}
  >
    <span aria-hidden="true" className="w-24 shrink-0 truncate md:hidden">
      {words}
    </span>
    <div className="min-w-0 truncate text-ink md:max-w-64">{children}</div>
  </td>
);

const day: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', year: 'numeric' };

const cells: Record<Exclude<OwnColumn, 'name'>, (contact: Contact) => ReactNode> = {
  email: ({ email }) => email,
  phone: ({ phone }) => phone && <span className="tabular-nums">{phone}</span>,
  company: ({ company }) => company,
  position: ({ position }) => position,
  source: ({ source }) => source && <Badge>{source}</Badge>,
  labels: ({ labels }) =>
    labels.length === 0 ? null : (
      <span className="flex gap-1">
        {labels.map((label) => (
          <LabelChip key={label.id} label={label} />
        ))}
      </span>
    ),
  conversationStatus: (contact) => <ContactStatus contact={contact} />,
  lastActivityAt: ({ lastActivityAt }) => <RelativeTime at={lastActivityAt} />,
  createdAt: ({ createdAt }) => <LocalTime at={createdAt} format={day} />,
};

function cellOf(contact: Contact, column: string): ReactNode {
  if (isOwnColumn(column)) return column === 'name' ? contact.name : cells[column](contact);
  const known = contact.fields?.find(({ field }) => field.key === column);
  if (known?.value === undefined || known.value === null) return null;
  return <FieldValue kind={known.field.kind} value={known.value} />;
}
