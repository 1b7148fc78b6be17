import type { ReactNode } from 'react';

interface PageHeaderProps {
  title: ReactNode;
  /** One line under the title. */
  subtitle?: ReactNode;
  /** Before the title: an avatar, a way back. */
  leading?: ReactNode;
  actions?: ReactNode;
}

/** The page's one `<h1>`. */
export const PageHeader = ({ title, subtitle, leading, actions }: PageHeaderProps) => (
  <header className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
    <div className="flex min-w-0 items-center gap-3">
      {leading}
      <div className="flex min-w-0 flex-col gap-0.5">
        <h1 className="truncate font-semibold text-ink text-xl tracking-tight">{title}</h1>
        {subtitle && <div className="text-ink-muted">{subtitle}</div>}
      </div>
    </div>
    {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
  </header>
);
