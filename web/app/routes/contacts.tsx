import {
  type LoaderFunctionArgs,
  useLoaderData,
  useNavigate,
  useNavigation,
  useParams,
  useSearchParams,
} from 'react-router';
import { preload, type RouteArgs } from '../apollo/preload';
import { ContactList } from '../contact/list/contact-list';
import { type ListAddress, listVariables, readListAddress, writeListAddress } from '../contact/list/list-address';
import { readColumns, usualColumns, writeColumns } from '../contact/list/list-columns';
import { ContactListDocument, ContactViewsDocument, useContactListQuery } from '../generated/graphql';
import { readContactColumns, rememberContactColumns } from '../preferences';
import { ErrorPage } from '../shell/error-page';
import { useNow } from '../ui/clock';

const readViews = preload(ContactViewsDocument, () => ({}));

/** Which columns there were last is asked of the browser, by its cookies, so that the first page has them already. */
async function read(args: RouteArgs & Pick<LoaderFunctionArgs, 'request'>): Promise<{ chosen: string | null }> {
  const cookies = typeof document === 'undefined' ? args.request.headers.get('cookie') : document.cookie;
  const chosen = readContactColumns(cookies, args.params['tenantId'] ?? '');
  const address = readListAddress(args.url.searchParams);
  const readList = preload(ContactListDocument, () => listVariables(address, columnsOf(address, chosen), Date.now()));
  await Promise.all([readList(args), readViews(args)]);
  return { chosen };
}
export const loader = read;
export const clientLoader = read;

const columnsOf = ({ columns }: ListAddress, chosen: string | null): readonly string[] =>
  columns ?? readColumns(chosen) ?? usualColumns;

export default function ContactsRoute() {
  const { tenantId = '' } = useParams();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const navigation = useNavigation();
  const address = readListAddress(params);
  const columns = columnsOf(address, useLoaderData<typeof loader>()?.chosen ?? null);
  const { data, previousData, error, loading, refetch, fetchMore } = useContactListQuery({
    variables: listVariables(address, columns, useNow()),
    notifyOnNetworkStatusChange: true,
  });
  const contacts = (data ?? previousData)?.contacts;

  const change = (next: ListAddress, { isTyping } = { isTyping: false }) =>
    void navigate({ search: writeListAddress(next).toString() }, { replace: isTyping, preventScrollReset: true });
  const choose = (next: readonly string[] | null) => {
    rememberContactColumns(tenantId, next && writeColumns(next));
    void navigate(
      { search: writeListAddress({ ...address, columns: next }).toString() },
      { replace: true, preventScrollReset: true },
    );
  };

  if (error && !contacts) return <ErrorPage error={error} onRetry={() => void refetch()} isRetrying={loading} />;
  return (
    <main id="content" className="mx-auto flex w-full max-w-7xl flex-col gap-5 px-4 py-6 sm:px-8 sm:py-8">
      <title>Contacts · Atrium</title>
      <ContactList
        contacts={contacts}
        isStale={!data}
        isBusy={loading || (navigation.state === 'loading' && navigation.location.pathname.endsWith('/contacts'))}
        address={address}
        columns={columns}
        onColumns={choose}
        onChange={change}
        onMore={() => fetchMore({ variables: { after: contacts?.pageInfo.endCursor ?? null } })}
        onReread={() => refetch()}
        path={`/tenant/${tenantId}`}
      />
    </main>
  );
}
