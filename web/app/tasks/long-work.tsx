import { type ReactNode, useEffect, useRef } from 'react';
import { FormMessage } from '../access/form-message';
import { useTaskProgressQuery, useTasksQuery } from '../generated/graphql';
import { useNow } from '../ui/clock';
import { resultOf, type TaskKind, type TaskResults } from './task-results';
import { TaskUnderWay } from './task-under-way';

interface LongWorkProps<K extends TaskKind> {
  kind: K;
  /** What is done: "Making the archive". */
  label: string;
  /** One has come to an end, well or not. */
  onEnded?: () => void;
  /** What came of the last one; left out where the page shows it otherwise. */
  children?: (result: TaskResults[K]) => ReactNode;
}

/** An outcome is news for so long. Units: milliseconds. */
const newsMs = 3_600_000;

/** The company's long work of one kind: what is under way, whoever began it and whichever page is open, or what came of the last. */
export function LongWork<K extends TaskKind>({ kind, label, onEnded, children }: LongWorkProps<K>) {
  const now = useNow();
  const ofKind = useTasksQuery().data?.tasks.nodes.filter((task) => task.kind === kind) ?? [];
  const open = ofKind.filter(({ endedAt }) => endedAt === null);
  const before = useRef(open.length);
  const tell = useRef(onEnded);
  useEffect(() => {
    tell.current = onEnded;
  });
  useEffect(() => {
    if (open.length < before.current) tell.current?.();
    before.current = open.length;
  }, [open.length]);
  const [last] = ofKind;
  const isNews = last?.endedAt && Date.parse(last.endedAt) > now - newsMs;
  return (
    <>
      {open.map((task) => (
        <TaskUnderWay key={task.id} task={task} label={label} />
      ))}
      {/* There before its text, so that the text is told. */}
      <div role="status" className="empty:hidden">
        {isNews && last.status === 'CANCELLED' && <p className="text-ink-muted">{label} was cancelled.</p>}
        {isNews && last.status === 'DONE' && children && (
          <Outcome kind={kind} id={last.id}>
            {children}
          </Outcome>
        )}
      </div>
      {isNews && last.status === 'FAILED' && <FormMessage text={last.failure} />}
    </>
  );
}

interface OutcomeProps<K extends TaskKind> {
  kind: K;
  id: string;
  children: (result: TaskResults[K]) => ReactNode;
}

function Outcome<K extends TaskKind>({ kind, id, children }: OutcomeProps<K>) {
  const { task } = useTaskProgressQuery({ variables: { id } }).data ?? {};
  const result = task && resultOf(kind, task);
  return result && children(result);
}
