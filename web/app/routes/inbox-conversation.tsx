import { ArrowLeft, PanelRight } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { preload, type RouteArgs } from '../apollo/preload';
import { readInboxAddress, writeInboxAddress } from '../conversation/inbox/inbox-address';
import { UnreadTitle } from '../conversation/inbox/unread-title';
import { Thread } from '../conversation/thread';
import { InboxContactDocument, ThreadDocument, useInboxContactQuery } from '../generated/graphql';
import { Button, LinkButton } from '../ui/button';
import { classNames } from '../ui/class-names';
import { IconButton } from '../ui/icon-button';
import { lazyPart } from '../ui/lazy-part';

/** Stands in the page already; it may be worked with a little after the thread. */
const ContactDetails = lazyPart(() =>
  import('../contact/details/contact-details').then((parts) => parts.ContactDetails),
);

const idOf = ({ params }: Pick<RouteArgs, 'params'>) => ({ id: params['conversationId'] ?? '' });

const readThread = preload(ThreadDocument, idOf, { isFound: ({ conversation }) => conversation !== null });
const readContact = preload(InboxContactDocument, idOf);
const read = (args: RouteArgs) => Promise.all([readThread(args), readContact(args)]).then(() => null);
export const loader = read;
export const clientLoader = read;

export default function InboxConversation() {
  const { tenantId, conversationId: id = '' } = useParams();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const { data } = useInboxContactQuery({ variables: { id } });
  const [showsDetails, setShowsDetails] = useState<boolean | null>(null);
  const companyPath = `/tenant/${tenantId}`;
  const listPath = `${companyPath}/inbox${writeInboxAddress(readInboxAddress(params))}`;
  const contact = data?.conversation?.contact;
  return (
    <>
      <UnreadTitle words={contact?.name ?? 'Inbox'} />
      {/* Where the list is not in sight, nothing else is the page's heading. */}
      <h1 className="sr-only lg:hidden">{contact?.name ?? 'Conversation'}</h1>
      <section
        aria-label="Conversation"
        className={classNames('flex min-h-0 min-w-0 flex-1 flex-col', showsDetails && 'max-xl:hidden')}
      >
        <Thread
          key={id}
          conversationId={id}
          isWriting={false}
          onLeave={() => void navigate(listPath)}
          contactPath={contact && `${companyPath}/contacts/${contact.id}`}
          leading={
            <LinkButton
              to={listPath}
              variant="quiet"
              size="small"
              aria-label="Back to the list"
              icon={<ArrowLeft aria-hidden="true" />}
              className="lg:hidden"
            />
          }
          trailing={
            <IconButton
              label="Details of the contact"
              icon={<PanelRight aria-hidden="true" />}
              aria-expanded={showsDetails ?? undefined}
              onClick={() => setShowsDetails(!isInSight(showsDetails))}
            />
          }
        />
      </section>
      <aside
        aria-label="Details of the contact"
        className={classNames(
          'min-h-0 w-full overflow-y-auto border-line bg-surface xl:w-80 xl:shrink-0 xl:border-l',
          showsDetails === null && 'max-xl:hidden',
          showsDetails === false && 'hidden',
        )}
      >
        {contact && (
          <>
            <Button
              variant="quiet"
              icon={<ArrowLeft aria-hidden="true" />}
              className="mt-2 ml-2 xl:hidden"
              onClick={() => setShowsDetails(null)}
            >
              Messages
            </Button>
            <Suspense fallback={null}>
              <ContactDetails contact={contact} path={companyPath} />
            </Suspense>
          </>
        )}
      </aside>
    </>
  );
}

/** Where nobody has said, the details are in sight where there is room for them. */
const isInSight = (shows: boolean | null): boolean => shows ?? window.matchMedia('(min-width: 80rem)').matches;
