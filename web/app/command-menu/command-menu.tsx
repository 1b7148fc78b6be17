import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useActions } from '../actions/provider';
import { lazyPart } from '../ui/lazy-part';
import { OnceOpen } from '../ui/once-open';

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
  useActions({
    'menu.open': open,
    'go.inbox': go('/inbox'),
    'go.contacts': go('/contacts'),
    'go.dashboard': go(''),
    'go.settings': go('/settings'),
    'contact.new': go('/contacts/new'),
  });
  return (
    <OnceOpen isOpen={isOpen}>
      <CommandPanel isOpen={isOpen} onOpenChange={setIsOpen} path={path} returnTo={origin} />
    </OnceOpen>
  );
}
