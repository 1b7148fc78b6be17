import { Bell as BellIcon } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useNavigate } from 'react-router';
import { shownKeys } from '../actions/key-words';
import { useActions } from '../actions/provider';
import { actionOf } from '../actions/registry';
import { useIsMac } from '../actions/use-is-mac';
import { useUnreadNotificationsQuery } from '../generated/graphql';
import { formatCount } from '../ui/format';
import { IconButton } from '../ui/icon-button';
import { lazyPart } from '../ui/lazy-part';
import { Popover } from '../ui/popover';

const Arrivals = lazyPart(() => import('./arrivals').then((parts) => parts.Arrivals));
const NotificationList = lazyPart(() => import('./notification-list').then((parts) => parts.NotificationList));

/** More are not told apart at this size. */
const mostShown = 99;

/** How much there is to know, and the way to it. `path` is the company's. */
export function Bell({ path }: { path: string }) {
  const [isOpen, setIsOpen] = useState(false);
  const navigate = useNavigate();
  const isMac = useIsMac();
  const unread = useUnreadNotificationsQuery().data?.unreadNotificationCount ?? 0;
  const { words, key } = actionOf('notifications.open');
  useActions({ 'notifications.open': () => setIsOpen(true) });
  return (
    <>
      <Suspense fallback={null}>
        <Arrivals onOpen={(id) => void navigate(`${path}/inbox/${id}`)} />
      </Suspense>
      <Popover
        label={words}
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        className="w-96 max-w-[calc(100vw-1rem)] p-0"
        trigger={
          <IconButton
            label={unread === 0 ? words : `${words}, ${formatCount(unread)} unread`}
            keys={key === null ? [] : shownKeys(key, isMac)}
            className="relative max-md:size-10"
            icon={
              <>
                <BellIcon aria-hidden="true" />
                {unread > 0 && (
                  <span className="absolute top-0 right-0 min-w-4 rounded-full bg-accent px-1 text-center font-semibold text-[0.625rem] text-on-accent leading-4">
                    {unread > mostShown ? `${mostShown}+` : unread}
                  </span>
                )}
              </>
            }
          />
        }
      >
        <NotificationList path={path} unread={unread} onLeave={() => setIsOpen(false)} />
      </Popover>
    </>
  );
}
