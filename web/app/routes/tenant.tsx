import { Suspense, useEffect } from 'react';
import {
  Outlet,
  redirect,
  type ShouldRevalidateFunctionArgs,
  useLocation,
  useNavigate,
  useNavigation,
} from 'react-router';
import { PermissionsProvider } from '../access/permissions';
import { ViewerProvider } from '../access/viewer';
import { ActionsProvider } from '../actions/provider';
import { statusOf } from '../apollo/api-error';
import { type ClosedReason, closedReasonOf } from '../apollo/closed-reason';
import { clientOf, preload, type RouteArgs } from '../apollo/preload';
import { TenantApolloProvider } from '../apollo/provider';
import { CommandMenu } from '../command-menu/command-menu';
import { useDeliverMessage } from '../conversation/use-deliver-message';
import { TenantShellDocument, useTenantShellQuery } from '../generated/graphql';
import { OutboxProvider } from '../outbox/provider';
import { rememberPreference } from '../preferences';
import { presentPath } from '../present-path';
import { ErrorPage, NotFoundPage } from '../shell/error-page';
import { SectionSkeleton } from '../shell/section-skeleton';
import { TenantLayout } from '../shell/tenant-layout';
import { lazyPart } from '../ui/lazy-part';
import type { Route } from './+types/tenant';

const ClosedCompanyPage = lazyPart(() => import('../shell/closed-company').then((parts) => parts.ClosedCompanyPage));
const Bell = lazyPart(() => import('../notifications/bell').then((parts) => parts.Bell));

const SandboxBanner = lazyPart(() => import('../archive/sandbox-banner').then((parts) => parts.SandboxBanner));

const readShell = preload(TenantShellDocument, () => ({}));

/** An address from before the company was renamed leads on to the one it has. */
const read = async (args: RouteArgs): Promise<null> => {
  await readShell(args);
  const known = clientOf(args).readQuery({ query: TenantShellDocument })?.currentTenant;
  const path = known && presentPath(args.params['tenantId'], known, args.url.pathname);
  if (path) throw redirect(path + args.url.search);
  return null;
};
export const loader = read;
export const clientLoader = read;

/** Which company it is changes with the path alone, not with each search or filter below it; trying again on the same page asks anew. */
export const shouldRevalidate = ({ currentUrl, nextUrl, currentParams, nextParams }: ShouldRevalidateFunctionArgs) =>
  currentUrl.href === nextUrl.href || currentParams['tenantId'] !== nextParams['tenantId'];

export default function Tenant({ params: { tenantId } }: Route.ComponentProps) {
  return (
    // A key, so that nothing a page remembers passes from one company to the next.
    <TenantApolloProvider key={tenantId} tenant={tenantId}>
      <TenantShell tenantId={tenantId} />
    </TenantApolloProvider>
  );
}

function TenantShell({ tenantId }: { tenantId: string }) {
  const path = `/tenant/${tenantId}`;
  const { data, error, refetch, loading } = useTenantShellQuery();
  const deliver = useDeliverMessage();
  const slug = data?.currentTenant.slug;
  useEffect(() => {
    if (slug) rememberPreference('last-company', slug);
  }, [slug]);
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const moved = data && presentPath(tenantId, data.currentTenant, pathname);
  useEffect(() => {
    if (moved) void navigate(moved + search, { replace: true });
  }, [moved, search, navigate]);
  const closed = closedReasonOf(error);
  if (closed) return <Closed {...closed} />;
  if (error && !data)
    return statusOf(error) === 404 ? (
      <CompanyNotFound />
    ) : (
      <ErrorPage error={error} onRetry={() => void refetch()} isRetrying={loading} />
    );
  return (
    <PermissionsProvider permissions={data?.viewer?.permissions}>
      <ViewerProvider viewer={data?.viewer ?? undefined}>
        <OutboxProvider tenantId={data?.currentTenant.id} account={data?.viewer?.id} deliver={deliver}>
          <ActionsProvider>
            <TenantLayout
              path={path}
              tenant={data?.currentTenant}
              viewer={data?.viewer}
              bell={
                data && (
                  <Suspense fallback={<span className="size-9" />}>
                    <Bell path={path} />
                  </Suspense>
                )
              }
              banner={
                data?.currentTenant.sandboxEndsAt && (
                  <Suspense fallback={<div className="h-9 shrink-0" />}>
                    <SandboxBanner endsAt={data.currentTenant.sandboxEndsAt} />
                  </Suspense>
                )
              }
            >
              <PageOfCompany path={path} />
            </TenantLayout>
            <CommandMenu path={path} />
          </ActionsProvider>
        </OutboxProvider>
      </ViewerProvider>{' '}
    </PermissionsProvider>
  );
}

/** The address is another company's as soon as somebody goes there, by Back too; until its page comes, nothing of this one stands under it. */
function PageOfCompany({ path }: { path: string }) {
  const { location } = useNavigation();
  const next = location?.pathname.split('/').slice(0, 3).join('/');
  const isLeaving = next !== undefined && next !== path && next.startsWith('/tenant/');
  return (
    <>
      {isLeaving && (
        <main className="w-full max-w-3xl p-6">
          <SectionSkeleton label="The company is being opened" />
        </main>
      )}
      <div className={isLeaving ? 'hidden' : 'contents'}>
        <Outlet />
      </div>
    </>
  );
}

const Closed = (closed: ClosedReason) => (
  <Suspense fallback={null}>
    <ClosedCompanyPage {...closed} />
  </Suspense>
);

const CompanyNotFound = () => (
  <NotFoundPage
    title="There is no such company"
    text="It may have been renamed or removed, or the address is mistyped."
  />
);

/** Where the company itself could not be read; what fails on one of its pages is shown within the shell (`tenant-page.tsx`). */
export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  const closed = closedReasonOf(error);
  if (closed) return <Closed {...closed} />;
  return statusOf(error) === 404 ? <CompanyNotFound /> : <ErrorPage error={error} />;
}
