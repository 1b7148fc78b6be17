import { ArrowLeft, PanelRight, Phone } from 'lucide-react';
import { Suspense, useState } from 'react';
import { redirect, type ShouldRevalidateFunctionArgs, useLocation, useParams, useSearchParams } from 'react-router';
import { statusOf } from '../apollo/api-error';
import { clientOf, preload, type RouteArgs } from '../apollo/preload';
import { ContactDetails } from '../contact/details/contact-details';
import { defaultConversation } from '../conversation/choose-conversation';
import { ContactConversations } from '../conversation/contact-conversations';
import { ThreadSkeleton } from '../conversation/thread-skeleton';
import { ContactPageDocument, type ContactPageQuery, ThreadDocument, useContactPageQuery } from '../generated/graphql';
import { ErrorPage, NotFoundPage } from '../shell/error-page';
import { Avatar } from '../ui/avatar';
import { LinkButton } from '../ui/button';
import { classNames } from '../ui/class-names';
import { IconButton } from '../ui/icon-button';
import { lazyPart } from '../ui/lazy-part';
import { Segments } from '../ui/segments';
import { Skeleton, SkeletonRegion } from '../ui/skeleton';
import type { Route } from './+types/contact';

const idOf = ({ params }: Pick<RouteArgs, 'params'>) => params['contactId'] ?? '';

const readContact = preload(ContactPageDocument, (args) => ({ id: idOf(args) }), {
  isFound: ({ contact }) => contact !== null,
});

/** The contact, and the thread that will be open: named by the address, or known only when the contact is read. */
async function read(args: RouteArgs): Promise<null> {
  const readThread = (id: string) => preload(ThreadDocument, () => ({ id }))(args);
  const named = args.url.searchParams.get('conversation');
  await Promise.all([readContact(args), named && readThread(named)]);
  const known = clientOf(args).readQuery({ query: ContactPageDocument, variables: { id: idOf(args) } });
  // Merged into another, which the API answers for it.
  if (known?.contact && known.contact.id !== idOf(args))
    throw redirect(`/tenant/${args.params['tenantId']}/contacts/${known.contact.id}`);
  if (named) return null;
  const chosen = defaultConversation(known?.contact?.conversations.nodes ?? []);
  return chosen ? readThread(chosen) : null;
}
export const loader = read;
export const clientLoader = read;

/** The composer's `write=1` is about the page and not about its data. */
export const shouldRevalidate = ({ currentUrl, nextUrl }: ShouldRevalidateFunctionArgs) =>
  currentUrl.href === nextUrl.href ||
  currentUrl.pathname !== nextUrl.pathname ||
  currentUrl.searchParams.get('conversation') !== nextUrl.searchParams.get('conversation');

export default function ContactRoute() {
  const { tenantId, contactId = '' } = useParams();
  const { data, error, loading, refetch, fetchMore } = useContactPageQuery({ variables: { id: contactId } });
  const path = `/tenant/${tenantId}`;

  if (error && !data) return <ErrorPage error={error} onRetry={() => void refetch()} isRetrying={loading} />;
  if (!data) return <ContactPageSkeleton />;
  if (!data.contact) return <ContactNotFound path={path} />;
  const { endCursor } = data.contact.conversations.pageInfo;
  return (
    <ContactPage
      // A key, so that nothing the page remembers passes from one contact to the next.
      key={contactId}
      contact={data.contact}
      path={path}
      onMore={() => fetchMore({ variables: { conversationsAfter: endCursor } }).catch(() => undefined)}
    />
  );
}

type Panel = 'thread' | 'list' | 'details';

type Contact = NonNullable<ContactPageQuery['contact']>;

interface ContactPageProps {
  contact: Contact;
  /** Of the company. */
  path: string;
  onMore: () => Promise<unknown>;
}

function ContactPage({ contact, path, onMore }: ContactPageProps) {
  const [params, setParams] = useSearchParams();
  // What opens by itself stays open: a message elsewhere must not take the thread away from under its reader.
  const [opened, setOpened] = useState(() => defaultConversation(contact.conversations.nodes));
  const [panel, setPanel] = useState<Panel>('thread');
  const [hasDetails, setHasDetails] = useState(true);
  // Of the list that led here; opening a conversation writes the state anew.
  const [listSearch] = useState((useLocation().state as { listSearch?: string } | null)?.listSearch ?? '');
  const openId = params.get('conversation') ?? opened;

  const open = (conversationId: string | null, { isWriting } = { isWriting: false }) => {
    setOpened(conversationId ?? defaultConversation(contact.conversations.nodes));
    setPanel('thread');
    setParams({ ...(conversationId && { conversation: conversationId }), ...(isWriting && { write: '1' }) });
  };
  return (
    <main id="content" data-fills-window className={pageLook}>
      <title>{`${contact.name} · Atrium`}</title>
      <ContactHeader
        contact={contact}
        listPath={`${path}/contacts${listSearch && `?${listSearch}`}`}
        panel={panel}
        onPanel={setPanel}
        hasDetails={hasDetails}
        onDetails={setHasDetails}
      />
      <div className="flex min-h-0 flex-1">
        <div className={classNames('flex min-h-0 min-w-0 flex-1', panel === 'details' && 'max-xl:hidden')}>
          <ContactConversations
            contact={contact}
            openId={openId}
            narrowView={panel === 'list' ? 'list' : 'thread'}
            onShowThread={() => setPanel('thread')}
            isWriting={params.get('write') === '1'}
            onOpen={open}
            onMore={onMore}
          />
        </div>
        <aside
          aria-label="Details of the contact"
          className={classNames(
            'min-h-0 w-full overflow-y-auto border-line bg-surface xl:w-80 xl:shrink-0 xl:border-l',
            panel !== 'details' && 'max-xl:hidden',
            !hasDetails && 'xl:hidden',
          )}
        >
          <ContactDetails contact={contact} path={path} alikes={<Alikes contact={contact} path={path} />} />
        </aside>
      </div>
    </main>
  );
}

const ContactAlikes = lazyPart(() => import('../contact/merge/contact-alikes').then((parts) => parts.ContactAlikes));

const Alikes = ({ contact, path }: Pick<ContactPageProps, 'contact' | 'path'>) =>
  contact.duplicates.length + contact.merges.length > 0 && (
    <Suspense>
      <ContactAlikes contact={contact} path={path} />
    </Suspense>
  );

interface ContactHeaderProps {
  contact: Contact;
  listPath: string;
  panel: Panel;
  onPanel: (panel: Panel) => void;
  /** Where there is room for everything, the details may be folded away. */
  hasDetails: boolean;
  onDetails: (hasDetails: boolean) => void;
}

const ContactHeader = ({ contact, listPath, panel, onPanel, hasDetails, onDetails }: ContactHeaderProps) => (
  <header className="flex flex-wrap items-center gap-x-3 gap-y-2 border-line border-b bg-surface px-3 py-2 sm:px-4">
    <LinkButton
      to={listPath}
      variant="quiet"
      size="small"
      aria-label="All contacts"
      icon={<ArrowLeft aria-hidden="true" />}
      className="max-md:size-10"
    />
    <Avatar name={contact.name} />
    <div className="flex min-w-0 flex-1 flex-col">
      <h1 className="truncate font-semibold text-base leading-tight">{contact.name}</h1>
      <p className="truncate text-detail text-ink-muted empty:hidden">
        {[contact.position, contact.company].filter(Boolean).join(' · ')}
      </p>
    </div>
    {contact.phone && (
      <a
        href={`tel:${contact.phone.replace(/[^+\d]/g, '')}`}
        className="flex items-center gap-2 rounded-sm text-detail text-ink-muted tabular-nums hover:text-accent-ink hover:underline max-lg:hidden"
      >
        <Phone aria-hidden="true" className="size-4" />
        <span className="sr-only">Call</span> {contact.phone}
      </a>
    )}
    <Segments
      label="Part of the page"
      value={panel}
      onChange={onPanel}
      segments={[
        { value: 'thread', label: 'Messages' },
        { value: 'list', label: 'Conversations', className: 'md:hidden' },
        { value: 'details', label: 'Details' },
      ]}
      className="w-full sm:w-auto xl:hidden"
    />
    <IconButton
      label="Details of the contact"
      icon={<PanelRight aria-hidden="true" />}
      aria-expanded={hasDetails}
      onClick={() => onDetails(!hasDetails)}
      className="max-xl:hidden"
    />
  </header>
);

/** As high as the window, less the bars above and below on a phone: the thread scrolls by itself and the composer stays in reach. */
const pageLook =
  '-mb-2 flex h-[calc(100dvh-7rem-var(--banner,0rem))] min-w-0 flex-col md:mb-0 md:h-[calc(100dvh-var(--banner,0rem))]';

const ContactPageSkeleton = () => (
  <main id="content" data-fills-window className={pageLook}>
    <title>Contact · Atrium</title>
    <SkeletonRegion label="The contact is loading" className="flex min-h-0 flex-1 flex-col">
      <div className="flex h-14 shrink-0 items-center gap-3 border-line border-b bg-surface px-4">
        <Skeleton className="size-8 rounded-full" />
        <Skeleton className="w-40" />
      </div>
      <ThreadSkeleton />
    </SkeletonRegion>
  </main>
);

const ContactNotFound = ({ path }: { path: string }) => (
  <NotFoundPage
    title="There is no such contact"
    text="It may have been deleted, or the address is mistyped. What was deleted can be brought back for 30 days."
    backTo={`${path}/contacts`}
    backLabel="All contacts"
    otherwise={<LinkButton to={`${path}/contacts/deleted`}>Recently deleted</LinkButton>}
  />
);

export function ErrorBoundary({ error, params: { tenantId } }: Route.ErrorBoundaryProps) {
  if (statusOf(error) === 404) return <ContactNotFound path={`/tenant/${tenantId}`} />;
  return <ErrorPage error={error} />;
}
