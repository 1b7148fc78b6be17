import { Suspense } from 'react';
import { redirect, useRouteLoaderData, useSearchParams } from 'react-router';
import { UserMenu } from '../access/user-menu';
import { clientOf, preload } from '../apollo/preload';
import { ChooseCompany, CompaniesSkeleton } from '../companies/choose-company';
import { CreateCompany } from '../companies/create-company';
import {
  ClosedCompaniesDocument,
  CompaniesDocument,
  useClosedCompaniesQuery,
  useCompaniesQuery,
} from '../generated/graphql';
import type { loader as rootLoader } from '../root';
import { ErrorPage } from '../shell/error-page';
import { lazyPart } from '../ui/lazy-part';
import { Logo } from '../ui/logo';
import { TabPanel, Tabs } from '../ui/tabs';
import { ThemeMenu } from '../ui/theme-menu';
import type { Route } from './+types/home';

/** Few have any. */
const ClosedCompanies = lazyPart(() => import('../companies/closed-companies').then((parts) => parts.ClosedCompanies));

const readCompanies = preload(CompaniesDocument, () => ({ search: null }));
const readClosed = preload(ClosedCompaniesDocument, () => ({}));

/** Whoever belongs to one company alone goes straight in, unless they ask for this page by one of its tabs. */
async function read(args: Pick<Route.LoaderArgs, 'params' | 'context'> & { url: URL }) {
  // Whoever cannot be told of closed ones is told of the others all the same.
  await Promise.all([readCompanies(args), readClosed(args).catch(() => null)]);
  if (args.url.searchParams.has('tab')) return null;
  const known = clientOf(args).readQuery({ query: CompaniesDocument, variables: { search: null } });
  const [only, ...others] = known?.tenants.nodes ?? [];
  if (only && others.length === 0) throw redirect(`/tenant/${only.slug}/inbox`);
  return null;
}
export const loader = read;
export const clientLoader = read;

type Tab = 'choose' | 'create';

export default function Home() {
  const [params, setParams] = useSearchParams();
  const last = useRouteLoaderData<typeof rootLoader>('root')?.lastCompany ?? null;
  const { data, error, loading, refetch } = useCompaniesQuery({ variables: { search: null } });
  const hasClosed = (useClosedCompaniesQuery().data?.closedTenants.length ?? 0) > 0;
  if (error && !data) return <ErrorPage error={error} onRetry={() => void refetch()} isRetrying={loading} />;

  const count = data?.tenants.totalCount ?? 0;
  const tab = tabOf(params.get('tab')) ?? (data && count === 0 && !hasClosed ? 'create' : 'choose');
  const setTab = (next: Tab) => setParams({ tab: next }, { replace: true, preventScrollReset: true });
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-xl flex-col gap-10 px-5 pb-16">
      <title>{tab === 'create' ? 'Create a company · Atrium' : 'Choose a company · Atrium'}</title>
      <header className="flex h-16 items-center justify-between">
        <span className="flex items-center gap-2.5 font-semibold text-reading tracking-tight">
          <Logo className="size-7" />
          Atrium
        </span>
        <span className="flex min-w-0 items-center gap-1">
          <UserMenu viewer={data?.viewer} />
          <ThemeMenu />
        </span>
      </header>
      <main id="content" className="flex flex-col gap-8">
        <div className="flex flex-col gap-2">
          <h1 className="text-balance font-semibold text-3xl tracking-tight">Welcome to Atrium</h1>
          <p className="text-balance text-reading text-ink-muted leading-6">
            The companies that you belong to, each in a database schema of its own.
          </p>
        </div>
        <Tabs
          label="Company"
          value={tab}
          onChange={setTab}
          tabs={[
            { value: 'choose', label: 'Choose a company' },
            { value: 'create', label: 'Create a company' },
          ]}
          className="flex flex-col gap-6"
        >
          <TabPanel value="choose" className="flex flex-col gap-8">
            {data ? (
              <ChooseCompany count={count} onCreate={() => setTab('create')} last={last} />
            ) : (
              <CompaniesSkeleton />
            )}
            {hasClosed && (
              <Suspense fallback={null}>
                <ClosedCompanies />
              </Suspense>
            )}
          </TabPanel>
          <TabPanel value="create">
            <CreateCompany />
          </TabPanel>
        </Tabs>
      </main>
    </div>
  );
}

const tabOf = (text: string | null): Tab | null => (text === 'choose' || text === 'create' ? text : null);
