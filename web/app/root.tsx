import { type ReactNode, useEffect, useState } from 'react';
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useLocation, useRouteLoaderData } from 'react-router';
import type { Route } from './+types/root';
import './app.css';
import { onPersonGone } from './access/forget-person';
import { SessionWatch } from './access/sign-in/session-watch';
import { ApolloStateScript } from './apollo/provider';
import { apolloMiddleware } from './apollo/server-clients.server';
import { useNonces } from './nonces';
import { readPreferences, rememberPreference } from './preferences';
import { ErrorPage } from './shell/error-page';
import { NavigationProgress } from './shell/navigation-progress';
import { browserTimeZone, ClockProvider } from './ui/clock';
import { type Theme, ThemeProvider } from './ui/theme';
import { Toaster } from './ui/toaster';
import { useFocusOnArrival } from './ui/use-focus-on-arrival';

export const middleware: Route.MiddlewareFunction[] = [apolloMiddleware];

export const loader = ({ request }: Route.LoaderArgs) => ({
  ...readPreferences(request.headers.get('cookie')),
  renderedAt: Date.now(),
});

/** What it tells matters for the first rendering only. */
export const shouldRevalidate = () => false;

export function Layout({ children }: { children: ReactNode }) {
  const initial = useRouteLoaderData<typeof loader>('root') ?? {
    theme: 'system' as const,
    timeZone: 'UTC',
    renderedAt: 0,
  };
  const nonces = useNonces();
  const [theme, setTheme] = useState<Theme>(initial.theme);
  const chooseTheme = (next: Theme) => {
    setTheme(next);
    rememberPreference('theme', next);
  };

  useEffect(() => {
    if (browserTimeZone() !== initial.timeZone) rememberPreference('time-zone', browserTimeZone());
  }, [initial.timeZone]);

  return (
    <html lang="en" data-theme={theme === 'system' ? undefined : theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <meta name="description" content="A CRM in which every company’s conversations are its own." />
        {nonces.style && <meta property="csp-nonce" nonce={nonces.style} />}
        <Meta />
        <Links />
      </head>
      <body>
        <ClockProvider clock={initial}>
          <ThemeProvider choice={{ theme, setTheme: chooseTheme }}>
            <Toaster>
              <NavigationProgress />
              {children}
            </Toaster>
          </ThemeProvider>
        </ClockProvider>
        <ApolloStateScript />
        <ScrollRestoration nonce={nonces.script} />
        <Scripts nonce={nonces.script} />
      </body>
    </html>
  );
}

export default function App() {
  useFocusOnArrival(useLocation().pathname);
  useEffect(() => onPersonGone(() => window.location.reload()), []);
  return (
    <>
      <Outlet />
      <SessionWatch />
    </>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <ErrorPage error={error} />;
}
