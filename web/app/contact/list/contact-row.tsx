import type { ContactRow_ContactFragment } from '../../generated/graphql';
import { LabelChip, LabelDot } from '../../labels/label-chip';
import { Badge } from '../../ui/badge';
import { classNames } from '../../ui/class-names';
import { LocalTime, RelativeTime } from '../../ui/relative-time';
import { ContactStatus } from './contact-status';
import { NameCell, type RowProps, rowLook } from './name-cell';

interface ContactRowProps extends RowProps {
  contact: ContactRow_ContactFragment;
}

/** A row of the table; on a phone, a card. The whole of it leads to the contact. */
export function ContactRow({ contact, ...row }: ContactRowProps) {
  const { email, phone, company, position, source, labels, lastActivityAt, createdAt } = contact;
  const { isDeleted } = row;
  return (
    <tr
      className={classNames(
        rowLook(row),
        'max-md:grid max-md:grid-cols-[1fr_auto] max-md:gap-x-3 max-md:gap-y-1 max-md:px-4 max-md:py-3',
      )}
    >
      <NameCell contact={contact} {...row} className="min-w-0 md:max-w-0 md:pr-3 md:pl-5">
        <span className="truncate text-detail text-ink-muted empty:hidden">
          {[position, company].filter(Boolean).join(' · ')}
        </span>
        <RowLabels labels={labels} />
      </NameCell>
      <td className="min-w-0 max-md:col-span-2 max-md:row-start-2 max-md:pl-11 md:max-w-0 md:px-3">
        <div className="flex min-w-0 flex-col text-detail text-ink-muted max-md:flex-row max-md:gap-x-3">
          {email && <span className="truncate">{email}</span>}
          {phone && (
            <span
              className={classNames(
                'truncate whitespace-nowrap tabular-nums max-md:shrink-0',
                email ? 'md:hidden' : 'lg:hidden',
              )}
            >
              {phone}
            </span>
          )}
        </div>
      </td>
      <td className="hidden whitespace-nowrap px-3 text-detail text-ink-muted tabular-nums lg:table-cell lg:max-w-0">
        <span className="block truncate">{phone}</span>
      </td>
      <td className="max-md:hidden md:max-w-0 md:px-3">
        {source && <Badge className="max-w-full shrink">{<span className="truncate">{source}</span>}</Badge>}
      </td>
      <td className="max-md:col-start-1 max-md:row-start-3 max-md:pl-11 md:px-3">
        <div className="flex flex-wrap gap-1.5 md:flex-nowrap">
          {isDeleted ? <Badge tone="danger">Deleted</Badge> : <ContactStatus contact={contact} />}
          {source && (
            <Badge className="max-w-40 md:hidden">
              <span className="truncate">{source}</span>
            </Badge>
          )}
        </div>
      </td>
      <td className="whitespace-nowrap text-detail text-ink-muted max-md:col-start-2 max-md:row-start-1 max-md:text-right md:px-3 md:pr-5">
        <RelativeTime at={lastActivityAt} />
      </td>
      <td className="hidden whitespace-nowrap pr-5 pl-3 text-detail text-ink-muted 2xl:table-cell">
        <LocalTime at={createdAt} format={{ day: 'numeric', month: 'short', year: 'numeric' }} />
      </td>
    </tr>
  );
}

/** The first of them, and how many more there are; their colours alone where the company beside them needs the room. */
function RowLabels({ labels }: { labels: ContactRow_ContactFragment['labels'] }) {
  const [first, ...others] = labels;
  if (!first) return null;
  const names = labels.map(({ name }) => name).join(', ');
  return (
    <span title={names} className="flex shrink-0 items-center gap-1 self-start max-md:mt-0.5 md:self-center">
      <span className="sr-only">Labels: {names}</span>
      <span aria-hidden="true" className="flex items-center gap-1 md:max-2xl:hidden">
        <LabelChip label={first} className="max-w-24" />
        {others.length > 0 && <span className="text-ink-muted text-xs">+{others.length}</span>}
      </span>
      <span aria-hidden="true" className="hidden items-center gap-1 md:max-2xl:flex">
        {labels.slice(0, mostDots).map(({ id, colour }) => (
          <LabelDot key={id} colour={colour} />
        ))}
      </span>
    </span>
  );
}

const mostDots = 3;
