import { useAction } from '../access/use-action';
import { type useFleetTasksQuery, useMigrateFleetMutation } from '../generated/graphql';
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
}

export function FleetTasks({ result, behind }: FleetTasksProps) {
  const [migrate] = useMigrateFleetMutation();
  const { act, isBusy } = useAction();
  const reread = () => void result.refetch().catch(() => undefined);
  const bringUpToDate = async () => {
    if (await act(async () => (await migrate()).data?.migrateFleet.userErrors)) reread();
  };
  return (
    <CardSection
      id="tasks"
      title="Long work"
      action={
        behind > 0 && (
          <Button size="small" isBusy={isBusy} onClick={() => void bringUpToDate()}>
            Bring {formatPlural(behind, 'company', 'companies')} up to date
          </Button>
        )
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
