import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Card } from '../ui/card';
import { Logo } from '../ui/logo';
import { ThemeMenu } from '../ui/theme-menu';

interface FrontPageProps {
  title: string;
  text?: ReactNode;
  children: ReactNode;
  /** Below the card: the way to another of these pages. */
  footer?: ReactNode;
}

/** The frame of the pages for whoever is not signed in. */
export const FrontPage = ({ title, text, children, footer }: FrontPageProps) => (
  <div className="mx-auto flex min-h-dvh w-full max-w-md flex-col px-5 pb-16">
    <title>{`${title} · Atrium`}</title>
    <header className="flex h-16 items-center justify-between">
      <Link to="/" className="flex items-center gap-2.5 rounded-control font-semibold text-reading tracking-tight">
        <Logo className="size-7" />
        Atrium
      </Link>
      <ThemeMenu />
    </header>
    <main id="content" className="flex flex-1 flex-col gap-6 pt-6 sm:pt-[10vh]">
      <div className="flex flex-col gap-2">
        <h1 className="text-balance font-semibold text-2xl tracking-tight">{title}</h1>
        {text && <p className="text-balance text-ink-muted text-reading leading-6">{text}</p>}
      </div>
      <Card className="p-5 sm:p-6">{children}</Card>
      {footer && <div className="flex flex-col gap-2 text-ink-muted">{footer}</div>}
    </main>
  </div>
);
