import { useRouteError, useSearchParams } from 'react-router';
import { preload, type RouteArgs } from '../apollo/preload';
import {
  FleetCompaniesDocument,
  FleetDocument,
  FleetTasksDocument,
  useFleetCompaniesQuery,
  useFleetQuery,
  useFleetTasksQuery,
} from '../generated/graphql';
import { CompanyFilters } from '../operator/company-filters';
import { CompanyTable } from '../operator/company-table';
import { type FleetAddress, fleetVariables, readFleetAddress, writeFleetAddress } from '../operator/fleet-address';
import { FleetFigures } from '../operator/fleet-figures';
import { FleetTasks } from '../operator/fleet-tasks';
import { OperatorError } from '../operator/operator-error';
import { OperatorFrame } from '../operator/operator-frame';
import { PagePart } from '../shell/page-part';
import { CardSection } from '../ui/card';
import { EmptyState } from '../ui/empty-state';
import { MoreButton } from '../ui/more-button';
import { PageHeader } from '../ui/page-header';

const parts = [
  preload(FleetDocument, () => ({})),
  preload(FleetCompaniesDocument, ({ url }) => fleetVariables(readFleetAddress(url.searchParams))),
  preload(FleetTasksDocument, () => ({})),
];

const read = async (args: RouteArgs): Promise<null> => {
  await Promise.all(parts.map((part) => part(args)));
  return null;
};
export const loader = read;
export const clientLoader = read;

export default function Operator() {
  const [params, setParams] = useSearchParams();
  const address = readFleetAddress(params);
  const fleet = useFleetQuery();
  const query = useFleetCompaniesQuery({ variables: fleetVariables(address), notifyOnNetworkStatusChange: true });
  const tasks = useFleetTasksQuery();
  if (fleet.error && !fleet.data) return <OperatorError error={fleet.error} />;
  // While another choice is read, the table of the one before stays.
  const companies = { ...query, data: query.data ?? query.previousData };
  const show = (next: FleetAddress) => setParams(writeFleetAddress(next), { preventScrollReset: true, replace: true });
  const reread = () => void Promise.all([fleet.refetch(), query.refetch()]).catch(() => undefined);
  return (
    <OperatorFrame viewer={fleet.data?.viewer}>
      <title>Operator · Atrium</title>
      <PageHeader title="Operator" subtitle="All companies of this deployment, from outside." />
      <PagePart result={fleet} loadingLabel="The figures are loading">
        {(data) => <FleetFigures fleet={data.fleet} />}
      </PagePart>
      <CardSection id="companies" title="Companies">
        <CompanyFilters address={address} onChange={show} isBusy={query.loading && companies.data !== undefined} />
        <PagePart result={companies} loadingLabel="The companies are loading">
          {({ fleetTenants: { nodes, pageInfo } }) =>
            nodes.length === 0 ? (
              <EmptyState title="No company fits">Search for another name, or choose another state.</EmptyState>
            ) : (
              <>
                <CompanyTable
                  companies={nodes}
                  sort={address.sort}
                  onSort={(sort) => show({ ...address, sort })}
                  onChanged={reread}
                  isStale={query.data === undefined}
                />
                {pageInfo.hasNextPage && (
                  <MoreButton
                    className="m-3 self-center"
                    onMore={() => query.fetchMore({ variables: { after: pageInfo.endCursor } })}
                  >
                    Show more
                  </MoreButton>
                )}
              </>
            )
          }
        </PagePart>
      </CardSection>
      <FleetTasks result={tasks} behind={fleet.data?.fleet.behind ?? 0} onEnded={reread} />
    </OperatorFrame>
  );
}

/** Whoever is no operator finds nothing here. */
export function ErrorBoundary() {
  return <OperatorError error={useRouteError()} />;
}
