import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { UserMenu } from '../access/user-menu';
import { Logo } from '../ui/logo';
import { ThemeMenu } from '../ui/theme-menu';

interface OperatorFrameProps {
  viewer: { name: string; email: string | null; isOperator: boolean } | null | undefined;
  children: ReactNode;
}

/** The frame of the pages for whoever steers the deployment. */
export const OperatorFrame = ({ viewer, children }: OperatorFrameProps) => (
  <div className="mx-auto flex min-h-dvh w-full max-w-6xl flex-col gap-4 px-4 pb-16 sm:px-8">
    <header className="flex h-16 items-center justify-between gap-2">
      <Link
        to="/?tab=choose"
        className="flex items-center gap-2.5 rounded-control font-semibold text-reading tracking-tight"
      >
        <Logo className="size-7" />
        Atrium
      </Link>
      <span className="flex min-w-0 items-center gap-1">
        <UserMenu viewer={viewer} />
        <ThemeMenu />
      </span>
    </header>
    <main id="content" className="flex flex-col gap-6">
      {children}
    </main>
  </div>
);
