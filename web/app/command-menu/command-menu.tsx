import { useApolloClient } from '@apollo/client/react';
import { useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useActions } from '../actions/provider';
import { lazyPart } from '../ui/lazy-part';
import { OnceOpen } from '../ui/once-open';
import { useToast } from '../ui/toaster';
import { pageQueryOf } from './page-query';

const CommandPanel = lazyPart(() => import('./command-panel').then((parts) => parts.CommandPanel));

/** What can be done on every page of a company, and the menu that lists it. `path` is the company's. */
export function CommandMenu({ path }: { path: string }) {
  const navigate = useNavigate();
  const [isOpen, setIsOpen] = useState(false);
  const origin = useRef<HTMLElement | null>(null);
  const open = () => {
    origin.current = document.activeElement as HTMLElement | null;
    setIsOpen(true);
  };
  const go = (to: string) => () => void navigate(path + to);
  const copy = useCopy(path);
  useActions({
    'query.copyGraphql': copy?.('graphql'),
    'query.copyCurl': copy?.('curl'),
    'menu.open': open,
    'go.inbox': go('/inbox'),
    'go.contacts': go('/contacts'),
    'go.dashboard': go(''),
    'go.settings': go('/settings'),
    'contact.new': go('/contacts/new'),
    'contact.import': go('/contacts/import'),
  });
  return (
    <OnceOpen isOpen={isOpen}>
      <CommandPanel isOpen={isOpen} onOpenChange={setIsOpen} path={path} returnTo={origin} />
    </OnceOpen>
  );
}

/** Copies what the page asks the API for; null where it asks nothing of its own. */
function useCopy(path: string) {
  const client = useApolloClient();
  const toast = useToast();
  const name = pageQueryOf(useLocation().pathname.slice(path.length));
  if (!name) return null;
  return (as: 'graphql' | 'curl') => () =>
    void import('./copy-query').then(
      async ({ copyQuery }) => toast(await copyQuery(client, name, path.slice('/tenant/'.length), as)),
      () => toast({ text: 'Copying is not possible: the page cannot be reached.', tone: 'danger' }),
    );
}
