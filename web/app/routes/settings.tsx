import { NavLink, Outlet, useParams } from 'react-router';
import { usePermissionCheck } from '../access/permissions';
import { settingsPages } from '../settings/pages';
import { classNames } from '../ui/class-names';
import { PageHeader } from '../ui/page-header';

/** Where they stand in a line, the later ones lie beyond the edge. */
function showIfActive(link: HTMLAnchorElement | null): void {
  if (link?.ariaCurrent === 'page') link.scrollIntoView({ block: 'nearest', inline: 'center' });
}

/** The frame of a company's settings, each with a page and an address of its own. */
export default function Settings() {
  const { tenantId } = useParams();
  const may = usePermissionCheck();
  const shown = settingsPages.filter(({ permission }) => permission === null || may(permission));
  return (
    <main id="content" className="mx-auto flex w-full max-w-4xl flex-col lg:max-w-5xl gap-6 px-4 py-6 sm:px-8 sm:py-8">
      <PageHeader title="Settings" />
      <div className="flex min-w-0 flex-col gap-6 lg:flex-row lg:gap-10">
        <nav
          aria-label="Settings"
          className="-mx-4 flex gap-5 overflow-x-auto border-line border-b px-4 sm:mx-0 sm:px-0 lg:w-40 lg:shrink-0 lg:flex-col lg:gap-0.5 lg:overflow-visible lg:border-b-0"
        >
          {shown.map(({ to, label }) => (
            <NavLink
              key={to}
              ref={showIfActive}
              to={`/tenant/${tenantId}/settings/${to}`}
              prefetch="intent"
              className={({ isActive }) =>
                classNames(
                  '-mb-px flex h-10 shrink-0 items-center border-transparent border-b-2 font-medium text-ink-muted transition-colors duration-100 hover:text-ink focus-visible:-outline-offset-2 lg:mb-0 lg:h-9 lg:rounded-control lg:border-b-0 lg:px-2.5 lg:hover:bg-hover',
                  isActive && 'border-accent text-ink lg:bg-accent-soft lg:text-accent-ink lg:hover:bg-accent-soft',
                )
              }
            >
              {label}
            </NavLink>
          ))}
        </nav>
        <div className="flex min-w-0 flex-1 flex-col gap-6">
          <Outlet />
        </div>
      </div>
    </main>
  );
}
