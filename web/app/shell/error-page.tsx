import { Compass } from 'lucide-react';
import type { ReactNode } from 'react';
import { useRevalidator } from 'react-router';
import { statusOf } from '../apollo/api-error';
import { LinkButton } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { ErrorState } from '../ui/error-state';

interface ErrorPageProps {
  error: unknown;
  /** How to try again; without it, the route's data is asked for anew. */
  onRetry?: () => void;
  isRetrying?: boolean;
}

const explanations: Record<number, { title: string; text: string }> = {
  401: { title: 'You are not signed in', text: 'Sign in and open this page again.' },
  403: { title: 'This is not yours to see', text: 'Ask an administrator of the company for access.' },
  429: { title: 'Too many requests', text: 'Wait a moment, then try again.' },
  503: {
    title: 'Atrium cannot be reached',
    text: 'The service does not answer at the moment. Nothing that was confirmed is lost.',
  },
};

const unknownFailure = {
  title: 'Something went wrong',
  text: 'The page could not be shown. Trying again often helps.',
};

/** A whole page for what went wrong, by the status of the error; the error's own text stays in the log. */
export function ErrorPage({ error, onRetry, isRetrying = false }: ErrorPageProps) {
  const revalidator = useRevalidator();
  const status = statusOf(error);
  if (status === 404) return <NotFoundPage />;
  const { title, text } = explanations[status] ?? unknownFailure;
  return (
    <main id="content" className="grid min-h-[70dvh] place-items-center">
      <title>{`${title} · Atrium`}</title>
      <ErrorState
        isPageTitle
        title={title}
        onRetry={onRetry ?? (() => void revalidator.revalidate())}
        isRetrying={isRetrying || revalidator.state === 'loading'}
      >
        {text}
      </ErrorState>
    </main>
  );
}

interface NotFoundProps {
  title?: string;
  text?: string;
  /** Where to go from here. */
  backTo?: string;
  backLabel?: string;
  /** Another way on. */
  otherwise?: ReactNode;
}

export const NotFoundPage = ({
  title = 'There is nothing here',
  text = 'The address may be mistyped, or what it led to is gone.',
  backTo = '/?tab=choose',
  backLabel = 'All companies',
  otherwise,
}: NotFoundProps) => (
  <main id="content" className="grid min-h-[70dvh] place-items-center">
    <title>{`${title} · Atrium`}</title>
    <EmptyState
      isPageTitle
      icon={<Compass />}
      title={title}
      action={
        <>
          <LinkButton to={backTo}>{backLabel}</LinkButton>
          {otherwise}
        </>
      }
    >
      {text}
    </EmptyState>
  </main>
);
