import { useParams } from 'react-router';
import { preload } from '../apollo/preload';
import { Dashboard } from '../dashboard/dashboard';
import { DashboardSkeleton } from '../dashboard/dashboard-skeleton';
import { useDashboardChanges } from '../dashboard/use-dashboard-changes';
import { DashboardDocument, useDashboardQuery } from '../generated/graphql';
import { ErrorPage } from '../shell/error-page';

const read = preload(DashboardDocument, () => ({}));
export const loader = read;
export const clientLoader = read;

export default function DashboardRoute() {
  const { tenantId } = useParams();
  const { data, error, loading, refetch } = useDashboardQuery();
  useDashboardChanges(() => void refetch().catch(() => undefined));

  if (error && !data) return <ErrorPage error={error} onRetry={() => void refetch()} isRetrying={loading} />;
  return (
    <main id="content" className="mx-auto flex w-full max-w-6xl flex-col gap-6 px-4 py-6 sm:px-8 sm:py-8">
      <title>{data ? `${data.currentTenant.name} · Atrium` : 'Dashboard · Atrium'}</title>
      {data ? <Dashboard data={data} path={`/tenant/${tenantId}`} /> : <DashboardSkeleton />}
    </main>
  );
}
