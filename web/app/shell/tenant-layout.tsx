import { Inbox, Keyboard, LayoutDashboard, type LucideIcon, Settings, Users } from 'lucide-react';
import { Fragment, type ReactNode } from 'react';
import { Link, NavLink, useNavigation } from 'react-router';
import { UserMenu } from '../access/user-menu';
import { ActionButton } from '../actions/action-button';
import { WaitingMessages } from '../outbox/waiting-messages';
import { classNames } from '../ui/class-names';
import { Logo } from '../ui/logo';
import { ThemeMenu } from '../ui/theme-menu';
import { CompanySwitcher } from './company-switcher';
import { LiveIndicator } from './live-indicator';
import { usePageParts } from './page-parts';
import { SearchButton } from './search-button';

interface TenantLayoutProps {
  /** The path of the company, `/tenant/acme`. */
  path: string;
  tenant: { name: string; slug: string } | undefined;
  /** Who is signed in. */
  viewer: { name: string; email: string | null; isOperator: boolean } | null | undefined;
  /** What there is to know for them. */
  bell: ReactNode;
  /** Above each page, where there is something to say of the company as a whole. */
  banner: ReactNode;
  children: ReactNode;
}

interface Destination {
  to: string;
  label: string;
  icon: LucideIcon;
  isExact?: boolean;
}

/** The frame around every page of a company: at the side where there is room, else at the top and the bottom. */
export function TenantLayout({ path, tenant, viewer, bell, banner, children }: TenantLayoutProps) {
  const destinations: Destination[] = [
    { to: `${path}/inbox`, label: 'Inbox', icon: Inbox },
    { to: path, label: 'Dashboard', icon: LayoutDashboard, isExact: true },
    { to: `${path}/contacts`, label: 'Contacts', icon: Users },
    { to: `${path}/settings`, label: 'Settings', icon: Settings },
  ];
  return (
    <div className="flex min-h-dvh flex-col md:flex-row">
      <a
        href="#content"
        className="sr-only focus-visible:not-sr-only focus-visible:fixed focus-visible:top-3 focus-visible:left-3 focus-visible:z-50 focus-visible:rounded-control focus-visible:bg-raised focus-visible:px-4 focus-visible:py-2 focus-visible:shadow-raised"
      >
        Skip to the content
      </a>
      <header className="sticky top-0 z-30 flex h-14 shrink-0 items-center gap-2 border-line border-b bg-canvas px-3 md:h-dvh md:w-60 md:flex-col md:items-stretch md:gap-4 md:border-b-0 md:p-3">
        <Link
          to="/?tab=choose"
          aria-label="Atrium, all companies"
          className="flex items-center gap-2.5 rounded-control p-1.5 md:px-2"
        >
          <Logo className="size-7" />
          <span className="hidden font-semibold text-reading tracking-tight md:inline">Atrium</span>
        </Link>
        <div className="min-w-0 flex-1 md:flex-none">
          <CompanySwitcher current={tenant} />
        </div>
        <SearchButton />
        <Navigation destinations={destinations} hasParts className="hidden md:flex md:flex-col md:gap-0.5" />
        <div className="md:mt-auto">
          <WaitingMessages path={path} />
        </div>
        <div className="flex items-center gap-1 md:flex-col md:items-stretch md:gap-2">
          <span className="md:pl-2">
            <LiveIndicator />
          </span>
          <div className="flex items-center justify-between gap-1">
            <UserMenu viewer={viewer} />
            {bell}
            <ActionButton action="help.open" icon={<Keyboard aria-hidden="true" />} className="max-md:hidden" />
            <ThemeMenu />
          </div>
        </div>
      </header>
      <div
        className={classNames(
          'flex min-w-0 flex-1 flex-col border-line pb-16 md:border-l md:pb-0',
          // Pages as high as the window leave room for it.
          banner && '[--banner:2.25rem]',
        )}
      >
        {banner}
        {children}
      </div>
      <Navigation
        destinations={destinations}
        className="fixed inset-x-0 bottom-0 z-30 flex border-line border-t bg-surface pb-[env(safe-area-inset-bottom)] md:hidden"
      />
    </div>
  );
}

interface NavigationProps {
  destinations: Destination[];
  /** Shows what the open page adds to its own entry. */
  hasParts?: boolean;
  className: string;
}

function Navigation({ destinations, hasParts = false, className }: NavigationProps) {
  const parts = usePageParts();
  const next = useNextOf(destinations);
  return (
    <nav aria-label="Pages of the company" className={className}>
      {destinations.map(({ to, label, icon: Icon, isExact = false }) => (
        <Fragment key={to}>
          <NavLink
            to={to}
            end={isExact}
            prefetch="intent"
            aria-busy={next === to || undefined}
            className={({ isActive }) =>
              classNames(
                'flex items-center gap-2.5 rounded-control font-medium text-ink-muted transition-colors duration-100 hover:text-ink aria-busy:animate-pulse',
                'max-md:flex-1 max-md:flex-col max-md:gap-1 max-md:py-2 max-md:text-xs md:h-9 md:px-2.5 md:hover:bg-hover',
                (next === null ? isActive : next === to) &&
                  'text-accent-ink hover:text-accent-ink md:bg-accent-soft md:hover:bg-accent-soft',
              )
            }
          >
            <Icon aria-hidden="true" className="size-4.5 shrink-0" />
            {label}
          </NavLink>
          {hasParts && parts?.path === to && parts.element}
        </Fragment>
      ))}
    </nav>
  );
}

/** Where a click has led while its page is still on the way, so that the click is seen at once; null where nothing is. */
function useNextOf(destinations: readonly Destination[]): string | null {
  const { state, location } = useNavigation();
  if (state !== 'loading') return null;
  const { pathname } = location;
  const leadsThere = ({ to, isExact }: Destination) => pathname === to || (!isExact && pathname.startsWith(`${to}/`));
  return destinations.find(leadsThere)?.to ?? null;
}
