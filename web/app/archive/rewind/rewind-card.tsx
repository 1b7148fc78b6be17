import { useAction } from '../../access/use-action';
import {
  type ArchivesQuery,
  TasksDocument,
  useRewindPreviewMutation,
  useTaskProgressQuery,
  useTasksQuery,
} from '../../generated/graphql';
import { LongWork } from '../../tasks/long-work';
import { resultOf } from '../../tasks/task-results';
import { Button } from '../../ui/button';
import { CardSection } from '../../ui/card';
import { formatPlural } from '../../ui/format';
import { LocalTime } from '../../ui/relative-time';
import { RewindContacts } from './rewind-contacts';
import { RewindCounts } from './rewind-counts';

interface RewindCardProps {
  archive: ArchivesQuery['archives'][number];
  /** The comparison that is looked at; null before there is one. */
  taskId: string | null;
  onBegun: (taskId: string) => void;
}

/** What the company was when the archive was made, beside what it is now. */
export function RewindCard({ archive: { id, madeAt }, taskId, onBegun }: RewindCardProps) {
  const [preview] = useRewindPreviewMutation({ refetchQueries: [TasksDocument], awaitRefetchQueries: true });
  const { act, isBusy } = useAction();
  const isUnderWay =
    useTasksQuery().data?.tasks.nodes.some(({ kind, endedAt }) => kind === 'rewindPreview' && endedAt === null) ??
    false;
  const moment = <LocalTime at={madeAt} format={{ dateStyle: 'long', timeStyle: 'short' }} />;
  const compare = () =>
    act(async () => {
      const { data } = await preview({ variables: { input: { archiveId: id } } });
      if (data?.rewindPreview.task) onBegun(data.rewindPreview.task.id);
      return data?.rewindPreview.userErrors;
    });
  return (
    <CardSection id="rewind" title="Look back">
      <div className="flex flex-col gap-4 px-5 pt-1 pb-5">
        <p className="max-w-prose text-ink-muted">
          What the company was on {moment} is laid beside what it is now, where nobody works. Nothing changes before you
          take something over.
        </p>
        {!isUnderWay && (
          <Button
            variant={taskId ? 'secondary' : 'primary'}
            isBusy={isBusy}
            onClick={() => void compare()}
            className="self-start"
          >
            {taskId ? 'Compare again' : 'Compare with now'}
          </Button>
        )}
        <LongWork kind="rewindPreview" label="Comparing with now" />
        <LongWork kind="takeOver" label="Taking over">
          {({ contacts }) => (
            <p className="text-ink">
              {formatPlural(contacts, 'contact is', 'contacts are')} again what they were. Everybody else, and what was
              begun since, stays as it is.
            </p>
          )}
        </LongWork>
      </div>
      {taskId && <Comparison key={taskId} taskId={taskId} />}
    </CardSection>
  );
}

function Comparison({ taskId }: { taskId: string }) {
  const { task } = useTaskProgressQuery({ variables: { id: taskId } }).data ?? {};
  const rewind = task && resultOf('rewindPreview', task);
  if (!rewind) return null;
  return (
    <>
      <div className="px-5 pb-5">
        <RewindCounts {...rewind} />
      </div>
      <RewindContacts rewindId={rewind.rewindId} added={rewind.contacts.added} />
    </>
  );
}
