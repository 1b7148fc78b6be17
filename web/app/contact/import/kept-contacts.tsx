import { useParams } from 'react-router';
import type { Import_ImportFragment, UndoOutcome } from '../../generated/graphql';
import { Button } from '../../ui/button';
import { formatCount } from '../../ui/format';
import { TextLink } from '../../ui/text-link';
import { useRows } from './use-rows';

const reasons: Record<Exclude<UndoOutcome, 'TAKEN_BACK'>, string> = {
  CHANGED: 'changed since',
  WRITTEN_TO: 'written to, labelled or noted since',
  DELETED: 'was deleted already',
  MERGED: 'was merged into another',
};
const kinds = Object.keys(reasons) as (keyof typeof reasons)[];

/** The contacts that undoing has left, each with why. */
export function KeptContacts({ of }: { of: Import_ImportFragment }) {
  const { tenantId } = useParams();
  const { rows, isBusy, read } = useRows({ id: of.id, undone: kinds });
  if (rows.length === 0)
    return (
      <div>
        <Button variant="quiet" isBusy={isBusy} onClick={() => void read()}>
          Show which, and why
        </Button>
      </div>
    );
  const more = of.keptCount + of.impossibleCount - rows.length;
  return (
    <ul aria-label="Not taken back" className="flex flex-col gap-1 text-detail">
      {rows.map(({ number, undone, contact }) => (
        <li key={number} className="flex flex-wrap gap-x-3">
          <span className="text-ink-muted tabular-nums">Row {formatCount(number)}</span>
          {contact && <TextLink to={`/tenant/${tenantId}/contacts/${contact.id}`}>{contact.name}</TextLink>}
          <span className="text-ink">{undone && undone !== 'TAKEN_BACK' && reasons[undone]}</span>
        </li>
      ))}
      {more > 0 && <li className="text-ink-muted">and {formatCount(more)} more</li>}
    </ul>
  );
}
