import { useSyncExternalStore } from 'react';
import { useLocation, useParams } from 'react-router';
import { useApolloClients } from '../../apollo/provider';
import { sessionEnd } from '../../apollo/session-end';
import { DialogPanel as Dialog } from '../../ui/dialog-panel';
import { TextLink } from '../../ui/text-link';
import { openAnew } from '../open-anew';
import { useKnownViewer } from '../use-known-viewer';
import { SignInForm } from './sign-in-form';

/** The session ended while a page was open: whoever signs in again here goes on where they were, and keeps what they typed. */
export function SessionOver() {
  const { tenantId } = useParams();
  const { pathname, search } = useLocation();
  const isOver = useSyncExternalStore(
    sessionEnd.subscribe,
    () => sessionEnd.isOver,
    () => false,
  );
  const viewer = useKnownViewer(tenantId);
  const clients = useApolloClients();

  const goOn = async (viewerId: string) => {
    // Somebody else sees nothing of what this page holds.
    if (viewer?.id !== viewerId) return openAnew('/');
    sessionEnd.isOver = false;
    await clients.refetch();
  };
  return (
    <Dialog
      isOpen={isOver}
      onOpenChange={(isOpen) => !isOpen && openAnew('/sign-in')}
      title="Your session has ended"
      description="Sign in again to go on here. What you typed on this page is kept."
      isPersistent
    >
      <SignInForm email={viewer?.email ?? ''} onSignedIn={goOn} />
      <p className="pt-4 text-center text-detail">
        <TextLink reloadDocument to={`/sign-in/company?${new URLSearchParams({ next: pathname + search })}`}>
          Sign in with your company’s provider
        </TextLink>
      </p>
    </Dialog>
  );
}
