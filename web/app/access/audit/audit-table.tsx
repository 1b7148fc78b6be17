import { ScrollText, SearchX } from 'lucide-react';
import type { AuditRow_EntryFragment } from '../../generated/graphql';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { LocalTime } from '../../ui/relative-time';
import { actions } from './audit-address';

const moment: Intl.DateTimeFormatOptions = { dateStyle: 'medium', timeStyle: 'short' };

interface AuditTableProps {
  entries: readonly AuditRow_EntryFragment[];
  /** Shows all entries again; absent where all are shown. */
  onReset?: (() => void) | undefined;
}

/** Newest first. */
export const AuditTable = ({ entries, onReset }: AuditTableProps) =>
  entries.length === 0 && onReset ? (
    <EmptyState icon={<SearchX />} title="Nothing matches" action={<Button onClick={onReset}>Show everything</Button>}>
      No entry of the log meets all of these conditions.
    </EmptyState>
  ) : entries.length === 0 ? (
    <EmptyState icon={<ScrollText />} title="Nothing yet">
      Invitations, roles, keys and sign-ins of members are written down here.
    </EmptyState>
  ) : (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard must be able to scroll it
    <section aria-label="Entries" tabIndex={0} className="overflow-x-auto px-5 pb-3">
      <table className="w-full min-w-160 text-left text-detail">
        <thead>
          <tr className="border-line border-b text-ink-muted">
            {['When', 'Who', 'What', 'To whom or what', 'Address'].map((head) => (
              <th key={head} scope="col" className="whitespace-nowrap py-2 pr-4 font-normal last:pr-0">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map(({ id, createdAt, actorName, action, target, address, requestId }) => (
            <tr key={id} title={`Request ${requestId}`} className="border-line border-b align-top last:border-0">
              <td className="whitespace-nowrap py-2 pr-4 text-ink-muted">
                <LocalTime at={createdAt} format={moment} />
              </td>
              <td className="min-w-28 py-2 pr-4 [overflow-wrap:anywhere]">{actorName}</td>
              <td className="py-2 pr-4">{actions[action] ?? <code>{action}</code>}</td>
              <td className="min-w-40 py-2 pr-4 [overflow-wrap:anywhere]">{target ?? '—'}</td>
              <td className="py-2 font-mono text-ink-muted">{address ?? '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
