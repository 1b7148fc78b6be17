import type { ReactNode } from 'react';
import { statusOf } from '../apollo/api-error';
import { ErrorState } from '../ui/error-state';
import { SectionSkeleton } from './section-skeleton';

interface PagePartProps<TData> {
  result: { data?: TData | undefined; error?: unknown; loading: boolean; refetch: () => Promise<unknown> };
  /** For screen readers while it loads: "The members are loading". */
  loadingLabel: string;
  children: (data: TData) => ReactNode;
}

/** A part of a page by its query's state: loading, refused, failed, or there. */
export function PagePart<TData>({ result, loadingLabel, children }: PagePartProps<TData>) {
  const { data, error, loading, refetch } = result;
  if (data) return children(data);
  if (!error) return <SectionSkeleton label={loadingLabel} />;
  if (statusOf(error) === 403) {
    return <ErrorState title="This is for admins of the company">Ask one of them, or for their role.</ErrorState>;
  }
  return <ErrorState onRetry={() => void refetch().catch(() => undefined)} isRetrying={loading} />;
}
