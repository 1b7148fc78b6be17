import { FileUp } from 'lucide-react';
import { Link } from 'react-router';
import type { Import_ImportFragment } from '../../generated/graphql';
import { Badge, type BadgeTone } from '../../ui/badge';
import { EmptyState } from '../../ui/empty-state';
import { formatCount } from '../../ui/format';
import { RelativeTime } from '../../ui/relative-time';

const looks: Record<Import_ImportFragment['state'], { label: string; tone: BadgeTone }> = {
  RUNNING: { label: 'Running', tone: 'accent' },
  FINISHED: { label: 'Finished', tone: 'neutral' },
  UNDOING: { label: 'Being undone', tone: 'warning' },
  UNDONE: { label: 'Undone', tone: 'warning' },
};

export const ImportStateBadge = ({ state }: Pick<Import_ImportFragment, 'state'>) => (
  <Badge tone={looks[state].tone}>{looks[state].label}</Badge>
);

/** What was brought in before, the newest first. */
export const ImportList = ({ imports }: { imports: readonly Import_ImportFragment[] }) =>
  imports.length === 0 ? (
    <EmptyState icon={<FileUp />} title="Nothing was imported yet">
      Each import stands here with its counts, and can be undone for 30 days.
    </EmptyState>
  ) : (
    <ul aria-label="Imports" className="flex flex-col pt-2">
      {imports.map((each) => (
        <li key={each.id} className="border-line border-t">
          <Link
            to={`?import=${each.id}`}
            className="flex flex-wrap items-center gap-x-4 gap-y-1 px-5 py-3 hover:bg-hover focus-visible:-outline-offset-2"
          >
            <span className="flex min-w-0 flex-1 basis-56 flex-col">
              <span className="truncate font-medium text-ink">{each.name}</span>
              <span className="truncate text-detail text-ink-muted">{summaryOf(each)}</span>
            </span>
            <span className="flex items-center gap-3 text-detail text-ink-muted">
              {each.createdBy?.name} <RelativeTime at={each.createdAt} />
              <ImportStateBadge state={each.state} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );

const summaryOf = ({ createdCount, changedCount, skippedCount, unchangedCount, refusedCount }: Import_ImportFragment) =>
  [
    [createdCount, 'created'],
    [changedCount, 'changed'],
    [unchangedCount + skippedCount, 'left as they were'],
    [refusedCount, 'refused'],
  ]
    .filter(([count]) => Number(count) > 0)
    .map(([count, words]) => `${formatCount(Number(count))} ${words}`)
    .join(' · ') || 'No rows yet';
