import { NavLink, Outlet, useParams } from 'react-router';
import { useMay } from '../access/permissions';
import { classNames } from '../ui/class-names';
import { PageHeader } from '../ui/page-header';

const pages = [
  { to: 'general', label: 'General', permission: null },
  { to: 'members', label: 'Members', permission: null },
  { to: 'api-keys', label: 'API keys', permission: 'tenant:admin' },
  { to: 'single-sign-on', label: 'Single sign-on', permission: 'tenant:own' },
  { to: 'audit-log', label: 'Audit log', permission: 'tenant:admin' },
  { to: 'data', label: 'Data', permission: null },
] as const;

/** The frame of a company's settings, each with a page and an address of its own. */
export default function Settings() {
  const { tenantId } = useParams();
  const may = { 'tenant:admin': useMay('tenant:admin'), 'tenant:own': useMay('tenant:own') };
  const shown = pages.filter(({ permission }) => permission === null || may[permission]);
  return (
    <main id="content" className="mx-auto flex w-full max-w-4xl flex-col gap-6 px-4 py-6 sm:px-8 sm:py-8">
      <PageHeader title="Settings" />
      <nav aria-label="Settings" className="-mx-4 flex gap-5 overflow-x-auto border-line border-b px-4 sm:mx-0 sm:px-0">
        {shown.map(({ to, label }) => (
          <NavLink
            key={to}
            to={`/tenant/${tenantId}/settings/${to}`}
            prefetch="intent"
            className={({ isActive }) =>
              classNames(
                '-mb-px flex h-10 shrink-0 items-center border-transparent border-b-2 font-medium text-ink-muted transition-colors duration-100 hover:text-ink focus-visible:-outline-offset-2',
                isActive && 'border-accent text-ink',
              )
            }
          >
            {label}
          </NavLink>
        ))}
      </nav>
      <Outlet />
    </main>
  );
}
