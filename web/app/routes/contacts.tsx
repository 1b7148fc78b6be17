import { useNavigate, useNavigation, useParams, useSearchParams } from 'react-router';
import { preload } from '../apollo/preload';
import { ContactList } from '../contact/list/contact-list';
import { type ListAddress, readListAddress, variablesOf, writeListAddress } from '../contact/list/list-address';
import { ContactListDocument, useContactListQuery } from '../generated/graphql';
import { ErrorPage } from '../shell/error-page';
import { useNow } from '../ui/clock';

const read = preload(ContactListDocument, ({ url }) => variablesOf(readListAddress(url.searchParams), Date.now()));
export const loader = read;
export const clientLoader = read;

export default function ContactsRoute() {
  const { tenantId } = useParams();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const navigation = useNavigation();
  const address = readListAddress(params);
  const { data, previousData, error, loading, refetch, fetchMore } = useContactListQuery({
    variables: variablesOf(address, useNow()),
    notifyOnNetworkStatusChange: true,
  });
  const contacts = (data ?? previousData)?.contacts;

  const change = (next: ListAddress, { isTyping } = { isTyping: false }) =>
    void navigate({ search: writeListAddress(next).toString() }, { replace: isTyping, preventScrollReset: true });

  if (error && !contacts) return <ErrorPage error={error} onRetry={() => void refetch()} isRetrying={loading} />;
  return (
    <main id="content" className="mx-auto flex w-full max-w-7xl flex-col gap-5 px-4 py-6 sm:px-8 sm:py-8">
      <title>Contacts · Atrium</title>
      <ContactList
        contacts={contacts}
        isStale={!data}
        isBusy={loading || (navigation.state === 'loading' && navigation.location.pathname.endsWith('/contacts'))}
        address={address}
        onChange={change}
        onMore={() => fetchMore({ variables: { after: contacts?.pageInfo.endCursor ?? null } })}
        onReread={() => refetch()}
        path={`/tenant/${tenantId}`}
      />
    </main>
  );
}
