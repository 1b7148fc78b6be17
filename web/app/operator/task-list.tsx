import { useAction } from '../access/use-action';
import { type FleetTaskRow_TaskFragment, type FleetTasksQuery, useCancelFleetTaskMutation } from '../generated/graphql';
import { Badge, type BadgeTone } from '../ui/badge';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { formatCount } from '../ui/format';
import { ProgressBar } from '../ui/progress-bar';
import { RelativeTime } from '../ui/relative-time';

const kinds: Readonly<Record<string, string>> = {
  migrateFleet: 'Bring companies up to date',
  verifyFleet: 'Compare tables with the expected ones',
  proveIsolation: 'Prove the isolation',
  exportArchive: 'Make an archive',
  importArchive: 'Bring in an archive',
  createSandbox: 'Make a sandbox',
};

const looks: Record<FleetTaskRow_TaskFragment['status'], { label: string; tone: BadgeTone }> = {
  WAITING: { label: 'Waiting', tone: 'neutral' },
  RUNNING: { label: 'Under way', tone: 'accent' },
  DONE: { label: 'Done', tone: 'neutral' },
  FAILED: { label: 'Failed', tone: 'danger' },
  CANCELLED: { label: 'Cancelled', tone: 'neutral' },
};

interface TaskListProps {
  tasks: FleetTasksQuery['fleetTasks']['nodes'];
  onChanged: () => void;
}

/** Long work on companies, with how far it is. */
export const TaskList = ({ tasks, onChanged }: TaskListProps) =>
  tasks.length === 0 ? (
    <EmptyState title="Nothing is under way">What takes long is shown here, with how far it is.</EmptyState>
  ) : (
    <ul className="flex flex-col border-line border-t">
      {tasks.map((task) => (
        <TaskRow key={task.id} task={task} onChanged={onChanged} />
      ))}
    </ul>
  );

function TaskRow({ task, onChanged }: { task: FleetTaskRow_TaskFragment; onChanged: () => void }) {
  const { id, kind, tenantSlug, status, done, total, step, summary, failure, createdAt, endedAt } = task;
  const [cancel] = useCancelFleetTaskMutation();
  const { act, isBusy } = useAction();
  const words = kinds[kind] ?? kind;
  const isOpen = endedAt === null;
  const progress = total === null ? null : `${formatCount(done)} of ${formatCount(total)}`;
  const giveUp = async () => {
    if (await act(async () => (await cancel({ variables: { input: { id } } })).data?.cancelFleetTask.userErrors))
      onChanged();
  };
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b px-5 py-3 last:border-0">
      <div className="flex min-w-0 flex-1 basis-64 flex-col gap-1">
        <span className="font-medium text-ink">
          {words}
          {tenantSlug && <span className="font-mono font-normal text-detail text-ink-muted"> {tenantSlug}</span>}
        </span>
        {isOpen && (
          <ProgressBar label={words} share={total ? done / total : null} {...(progress && { text: progress })} />
        )}
        <span className="text-detail text-ink-muted [overflow-wrap:anywhere]">
          {failure ?? summary ?? [progress, step].filter(Boolean).join(' · ')}
        </span>
      </div>
      <Badge tone={looks[status].tone}>{looks[status].label}</Badge>
      <span className="w-24 text-detail text-ink-muted">
        <RelativeTime at={endedAt ?? createdAt} />
      </span>
      {isOpen && (
        <Button size="small" variant="quiet" isBusy={isBusy} onClick={() => void giveUp()}>
          Cancel
          <span className="sr-only"> {words}</span>
        </Button>
      )}
    </li>
  );
}
