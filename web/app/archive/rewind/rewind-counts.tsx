import type { Differences, TaskResults } from '../../tasks/task-results';
import { formatCount } from '../../ui/format';

/** How many are not what they were. */
export const RewindCounts = ({ contacts, conversations }: TaskResults['rewindPreview']) => (
  <table className="w-full max-w-md text-left tabular-nums">
    <caption className="sr-only">What has become different since</caption>
    <thead>
      <tr className="border-line border-b text-detail text-ink-muted">
        <td className="py-2" />
        {columns.map(({ key, label }) => (
          <th key={key} scope="col" className="py-2 pl-4 text-right font-normal">
            {label}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      <Row label="Contacts" counts={contacts} />
      <Row label="Conversations" counts={conversations} />
    </tbody>
  </table>
);

const columns: readonly { key: keyof Differences; label: string }[] = [
  { key: 'added', label: 'Added' },
  { key: 'changed', label: 'Changed' },
  { key: 'deleted', label: 'Deleted' },
];

const Row = ({ label, counts }: { label: string; counts: Differences }) => (
  <tr className="border-line border-b last:border-0">
    <th scope="row" className="py-2 font-medium">
      {label}
    </th>
    {columns.map(({ key }) => (
      <td key={key} className="py-2 pl-4 text-right">
        {formatCount(counts[key])}
      </td>
    ))}
  </tr>
);
