import { Outlet } from 'react-router';
import { statusOf } from '../apollo/api-error';
import { ErrorPage, NotFoundPage } from '../shell/error-page';
import type { Route } from './+types/tenant-page';

export default function TenantPage() {
  return <Outlet />;
}

/** What fails on one page of a company leaves the shell around it in place. */
export function ErrorBoundary({ error, params: { tenantId } }: Route.ErrorBoundaryProps) {
  if (statusOf(error) === 404) return <NotFoundPage backTo={`/tenant/${tenantId}`} backLabel="To the dashboard" />;
  return <ErrorPage error={error} />;
}
