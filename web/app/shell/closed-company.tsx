import { LockKeyhole, Trash2 } from 'lucide-react';
import type { ClosedReason } from '../apollo/closed-reason';
import { LinkButton } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { LocalTime } from '../ui/relative-time';

/** What members of a company see that is closed to them for the time being. */
export const ClosedCompanyPage = ({ reason, until }: ClosedReason) => {
  const title = until ? 'This company is being deleted' : 'This company is suspended';
  return (
    <main id="content" className="grid min-h-[70dvh] place-items-center">
      <title>{`${title} · Atrium`}</title>
      <EmptyState
        isPageTitle
        icon={until ? <Trash2 /> : <LockKeyhole />}
        title={title}
        action={<LinkButton to="/?tab=choose">All companies</LinkButton>}
      >
        {until ? (
          <>
            Until <LocalTime at={until} format={{ dateStyle: 'long', timeStyle: 'short' }} />, an owner can restore it
            from the list of companies.
          </>
        ) : (
          (reason ?? 'Whoever runs Atrium can tell you why.')
        )}
      </EmptyState>
    </main>
  );
};
