import { useEffect, useRef } from 'react';
import { useAction } from '../access/use-action';
import { type useFleetTasksQuery, useMigrateFleetMutation, useVerifyFleetMutation } from '../generated/graphql';
import { PagePart } from '../shell/page-part';
import { Button } from '../ui/button';
import { CardSection } from '../ui/card';
import { formatPlural } from '../ui/format';
import { MoreButton } from '../ui/more-button';
import { TaskList } from './task-list';

interface FleetTasksProps {
  result: ReturnType<typeof useFleetTasksQuery>;
  /** How many companies' tables are older than the program. */
  behind: number;
  /** Nothing is under way any more: the companies may be others. */
  onEnded: () => void;
}

/** Only while something is under way. Units: milliseconds. */
const lookEveryMs = 2_000;

export function FleetTasks({ result, behind, onEnded }: FleetTasksProps) {
  const isUnderWay = result.data?.fleetTasks.nodes.some(({ endedAt }) => endedAt === null) ?? false;
  const { startPolling, stopPolling } = result;
  const ended = useRef(onEnded);
  useEffect(() => {
    ended.current = onEnded;
  });
  useEffect(() => {
    if (!isUnderWay) return undefined;
    startPolling(lookEveryMs);
    return () => {
      stopPolling();
      ended.current();
    };
  }, [isUnderWay, startPolling, stopPolling]);
  const [migrate] = useMigrateFleetMutation();
  const [verify] = useVerifyFleetMutation();
  const { act, isBusy } = useAction();
  const reread = () => void result.refetch().catch(() => undefined);
  const bringUpToDate = async () => {
    if (await act(async () => (await migrate()).data?.migrateFleet.userErrors)) reread();
  };
  const compare = async () => {
    if (await act(async () => (await verify()).data?.verifyFleet.userErrors)) reread();
  };
  return (
    <CardSection
      id="tasks"
      title="Long work"
      action={
        <span className="flex flex-wrap justify-end gap-2">
          <Button size="small" isBusy={isBusy} onClick={() => void compare()}>
            Compare schemas
          </Button>
          {behind > 0 && (
            <Button size="small" isBusy={isBusy} onClick={() => void bringUpToDate()}>
              Bring {formatPlural(behind, 'company', 'companies')} up to date
            </Button>
          )}
        </span>
      }
    >
      <PagePart result={result} loadingLabel="The long work is loading">
        {({ fleetTasks: { nodes, pageInfo } }) => (
          <>
            <TaskList tasks={nodes} onChanged={reread} />
            {pageInfo.hasNextPage && (
              <MoreButton
                size="small"
                className="m-3 self-center"
                onMore={() => result.fetchMore({ variables: { after: pageInfo.endCursor } })}
              >
                Load older
              </MoreButton>
            )}
          </>
        )}
      </PagePart>
    </CardSection>
  );
}
