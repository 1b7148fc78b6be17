import { skipToken } from '@apollo/client/react';
import {
  Outlet,
  type ShouldRevalidateFunctionArgs,
  useLocation,
  useNavigate,
  useNavigation,
  useParams,
  useSearchParams,
} from 'react-router';
import { useViewer } from '../access/viewer';
import { clientOf, preload, type RouteArgs } from '../apollo/preload';
import {
  belongsTo,
  readInboxAddress,
  savedOf,
  variablesOf,
  writeInboxAddress,
} from '../conversation/inbox/inbox-address';
import { InboxPane } from '../conversation/inbox/inbox-pane';
import { InboxViews } from '../conversation/inbox/inbox-views';
import { nextAfter, useInboxRows } from '../conversation/inbox/use-inbox-rows';
import { type ChangedConversation, OwnChangesProvider } from '../conversation/own-changes';
import { readOpensNext } from '../conversation/rules/opens-next';
import {
  InboxCountsDocument,
  InboxDocument,
  SavedViewsDocument,
  TenantShellDocument,
  useInboxQuery,
  useSavedViewsQuery,
} from '../generated/graphql';
import { ErrorPage } from '../shell/error-page';
import type { PageHandle } from '../shell/page-parts';
import { classNames } from '../ui/class-names';

/** The list of one's own must know who one is, and a saved one what it lists; both are asked for at the same time anyway, and once. */
async function readList(args: RouteArgs): Promise<null> {
  const address = readInboxAddress(args.url.searchParams);
  const client = clientOf(args);
  const shell = address.view === 'mine' && (await client.query({ query: TenantShellDocument }).catch(() => null));
  const views = address.saved && (await client.query({ query: SavedViewsDocument }).catch(() => null));
  const saved = views ? savedOf(address, views.data?.savedViews) : null;
  if (address.saved !== null && !saved) return null;
  const viewerId = shell ? shell.data?.viewer?.id : undefined;
  return preload(InboxDocument, () => variablesOf(address, viewerId, saved))(args);
}
const readCounts = preload(InboxCountsDocument, () => ({}));
const readViews = preload(SavedViewsDocument, () => ({}));
const read = (args: RouteArgs) => Promise.all([readList(args), readCounts(args), readViews(args)]).then(() => null);
export const loader = read;
export const clientLoader = read;

export const handle: PageHandle = {
  navigationParts: (path) => <InboxViews path={path} className="my-0.5 flex flex-col gap-0.5 pl-4" />,
};

/** Opening a conversation leaves the list as it is: its rows must not move. */
export const shouldRevalidate = ({ currentUrl, nextUrl }: ShouldRevalidateFunctionArgs) =>
  currentUrl.href === nextUrl.href || currentUrl.search !== nextUrl.search;

export default function InboxRoute() {
  const [params] = useSearchParams();
  // Another list begins anew; a search keeps its field, and the focus in it.
  return <Inbox key={writeInboxAddress({ ...readInboxAddress(params), search: '' })} />;
}

function Inbox() {
  const { tenantId, conversationId = null } = useParams();
  const [params] = useSearchParams();
  const location = useLocation();
  const navigate = useNavigate();
  const address = readInboxAddress(params);
  const viewerId = useViewer()?.id;
  const views = useSavedViewsQuery().data?.savedViews;
  const saved = savedOf(address, views);
  const isListed = address.saved === null || saved !== null;
  const variables = variablesOf(address, viewerId, saved);
  const { filter } = variables;
  const navigation = useNavigation();
  const { data, previousData, error, loading, refetch, fetchMore } = useInboxQuery(
    isListed ? { variables } : skipToken,
  );
  // Until another search is answered, the list stands.
  const conversations = (data ?? previousData)?.conversations;
  const isUnknown = !isListed && views !== undefined;
  const inbox = useInboxRows(isUnknown ? [] : conversations?.nodes, filter);
  const companyPath = `/tenant/${tenantId}`;
  const path = `${companyPath}/inbox`;

  if (error && !conversations) return <ErrorPage error={error} onRetry={() => void refetch()} isRetrying={loading} />;

  const open = (id: string | null) =>
    void navigate(path + (id === null ? '' : `/${id}`) + writeInboxAddress(address), { preventScrollReset: true });
  const search = (text: string) =>
    void navigate(
      { search: writeInboxAddress({ ...address, search: text }) },
      { replace: true, preventScrollReset: true },
    );
  const takeNote = (changed: readonly ChangedConversation[]) => {
    const gone = changed.filter((conversation) => !belongsTo(filter, conversation)).map(({ id }) => id);
    if (conversationId !== null && gone.includes(conversationId))
      open(readOpensNext() ? nextAfter(inbox.rows ?? [], gone) : null);
    inbox.leave(gone);
  };
  return (
    <OwnChangesProvider onChanged={takeNote}>
      <main
        id="content"
        data-fills-window
        className="-mb-2 flex h-[calc(100dvh-7rem-var(--banner,0rem))] min-w-0 bg-surface md:mb-0 md:h-[calc(100dvh-var(--banner,0rem))]"
      >
        <section
          aria-label="List"
          className={classNames(
            'flex min-h-0 w-full flex-col border-line lg:w-90 lg:shrink-0 lg:border-r',
            conversationId !== null && 'max-lg:hidden',
          )}
        >
          <InboxPane
            inbox={inbox}
            pageInfo={data?.conversations.pageInfo}
            openId={conversationId}
            address={address}
            saved={saved}
            filter={filter}
            onSearch={search}
            isBusy={loading || (navigation.state === 'loading' && navigation.location.search !== location.search)}
            companyPath={companyPath}
            onMore={() => fetchMore({ variables: { after: data?.conversations.pageInfo.endCursor ?? null } })}
            onReread={() => refetch()}
          />
        </section>
        <div
          className={classNames('flex min-h-0 min-w-0 flex-1 bg-canvas', conversationId === null && 'max-lg:hidden')}
        >
          <Outlet />
        </div>
      </main>
    </OwnChangesProvider>
  );
}
