import { useAction } from '../access/use-action';
import { type Task_TaskFragment, useCancelTaskMutation, useTaskProgressQuery } from '../generated/graphql';
import { Button } from '../ui/button';
import { formatCount } from '../ui/format';
import { ProgressBar } from '../ui/progress-bar';

interface TaskUnderWayProps {
  task: Task_TaskFragment;
  /** What is done: "Making the archive". */
  label: string;
}

/** While it is shown. Units: milliseconds. */
const lookEveryMs = 1_000;

/** How far it is, as of each second, and the way to give it up. It goes on whether somebody looks or not. */
export function TaskUnderWay({ task: { id, status, done, total, step }, label }: TaskUnderWayProps) {
  useTaskProgressQuery({ variables: { id }, pollInterval: lookEveryMs });
  const [cancel] = useCancelTaskMutation();
  const { act, isBusy } = useAction();
  const progress = total === null ? null : `${formatCount(done)} of ${formatCount(total)}`;
  const words = status === 'WAITING' ? 'Its turn comes soon.' : [step, progress].filter(Boolean).join(' · ');
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <div className="flex min-w-0 flex-1 basis-56 flex-col gap-1.5">
        <span className="font-medium text-ink">{label}</span>
        <ProgressBar label={label} share={total ? done / total : null} {...(progress && { text: progress })} />
        <span className="min-h-5 text-detail text-ink-muted tabular-nums">{words}</span>
      </div>
      <Button
        size="small"
        variant="quiet"
        isBusy={isBusy}
        onClick={() =>
          void act(async () => (await cancel({ variables: { input: { id } } })).data?.cancelTask.userErrors)
        }
      >
        Cancel
        <span className="sr-only"> {label}</span>
      </Button>
    </div>
  );
}
