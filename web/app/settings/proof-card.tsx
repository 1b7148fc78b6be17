import { skipToken } from '@apollo/client/react';
import { Download } from 'lucide-react';
import { useParams } from 'react-router';
import { useAction } from '../access/use-action';
import {
  TasksDocument,
  type TasksQuery,
  useProveIsolationMutation,
  useTaskProgressQuery,
  useTasksQuery,
} from '../generated/graphql';
import { LongWork } from '../tasks/long-work';
import { resultOf, type TaskResults } from '../tasks/task-results';
import { Badge } from '../ui/badge';
import { Button } from '../ui/button';
import { CardSection } from '../ui/card';
import { download } from '../ui/download';
import { formatCount, formatPlural } from '../ui/format';
import { LocalTime } from '../ui/relative-time';

/** The last proof that came to its end. */
export const lastProofOf = (tasks: TasksQuery['tasks']['nodes'] | undefined) =>
  tasks?.find(({ kind, status }) => kind === 'proveIsolation' && status === 'DONE');

/** For owners: that the company's database role reaches nothing of any other company, tried for real. */
export function ProofCard() {
  const [prove] = useProveIsolationMutation({ refetchQueries: [TasksDocument], awaitRefetchQueries: true });
  const { act, isBusy } = useAction();
  const last = lastProofOf(useTasksQuery().data?.tasks.nodes);
  const { task } = useTaskProgressQuery(last ? { variables: { id: last.id } } : skipToken).data ?? {};
  const proof = task && resultOf('proveIsolation', task);
  return (
    <CardSection
      id="proof"
      title="Proof of isolation"
      action={
        <Button
          size="small"
          isBusy={isBusy}
          onClick={() => void act(async () => (await prove()).data?.proveIsolation.userErrors)}
        >
          Prove it now
        </Button>
      }
    >
      <div className="flex flex-col gap-4 px-5 pt-1 pb-5">
        <p className="max-w-prose text-ink-muted">
          Under the company’s database role, Atrium tries to read and write what belongs to other companies. The
          database has to refuse each statement. Nothing is changed by it.
        </p>
        <LongWork kind="proveIsolation" label="Proving the isolation" />
        {proof ? <Result proof={proof} /> : !last && <p className="text-ink-muted">Not proven yet.</p>}
      </div>
    </CardSection>
  );
}

function Result({ proof }: { proof: TaskResults['proveIsolation'] }) {
  const { tenantId = '' } = useParams();
  const { provedAt, schemas, statements, refused, breaches, page } = proof;
  const isClosed = breaches.length === 0;
  return (
    <div className="flex flex-col gap-4">
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 tabular-nums">
        <dt className="text-ink-muted">Last proof</dt>
        <dd>
          <LocalTime at={provedAt} format={{ dateStyle: 'medium', timeStyle: 'short' }} />
        </dd>
        <dt className="text-ink-muted">Tried</dt>
        <dd>
          {formatPlural(statements, 'statement')} on the registry and{' '}
          {formatPlural(schemas, 'other company', 'other companies')}
        </dd>
        <dt className="text-ink-muted">Refused</dt>
        <dd>{formatCount(refused)}</dd>
        <dt className="text-ink-muted">Breaches</dt>
        <dd>
          <Badge tone={isClosed ? 'accent' : 'danger'}>{formatCount(breaches.length)}</Badge>
        </dd>
      </dl>
      {!isClosed && (
        <p role="alert" className="text-danger-ink">
          The company’s role reached what is not its own. Tell whoever runs Atrium at once; the report names each
          statement.
        </p>
      )}
      <Button
        size="small"
        icon={<Download aria-hidden="true" />}
        onClick={() => download(`isolation-${tenantId}-${provedAt.slice(0, 10)}.md`, page, 'text/markdown')}
        className="self-start"
      >
        Download the report
      </Button>
    </div>
  );
}
