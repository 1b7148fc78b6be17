import { Undo2 } from 'lucide-react';
import { useAction } from '../access/use-action';
import {
  type ClosedCompaniesQuery,
  CompaniesDocument,
  useClosedCompaniesQuery,
  useRestoreCompanyMutation,
} from '../generated/graphql';
import { Avatar } from '../ui/avatar';
import { Badge } from '../ui/badge';
import { Button } from '../ui/button';
import { LocalTime } from '../ui/relative-time';
import { useToast } from '../ui/toaster';

type Closed = ClosedCompaniesQuery['closedTenants'][number];

/** The viewer's companies that are suspended or being deleted; its owner takes a deletion back from here. */
export function ClosedCompanies() {
  const { data, refetch } = useClosedCompaniesQuery();
  const closed = data?.closedTenants ?? [];
  if (closed.length === 0) return null;
  return (
    <section aria-labelledby="closed-companies" className="flex flex-col gap-2">
      <h2 id="closed-companies" className="font-medium text-ink-muted">
        Closed for the time being
      </h2>
      <ul className="flex flex-col gap-2">
        {closed.map((company) => (
          <ClosedCompany key={company.id} company={company} onRestored={() => void refetch().catch(() => undefined)} />
        ))}
      </ul>
    </section>
  );
}

function ClosedCompany({ company, onRestored }: { company: Closed; onRestored: () => void }) {
  const { id, name, reason, until, canRestore } = company;
  const [restore] = useRestoreCompanyMutation({ refetchQueries: [CompaniesDocument] });
  const { act, isBusy } = useAction();
  const toast = useToast();
  const takeBack = async () => {
    const isDone = await act(
      async () => (await restore({ variables: { input: { id } } })).data?.restoreTenant.userErrors,
    );
    if (!isDone) return;
    toast({ text: `${name} is restored.` });
    onRestored();
  };
  return (
    <li className="flex flex-wrap items-center gap-3 rounded-card border border-line bg-surface p-3.5">
      <Avatar name={name} shape="company" className="size-10 text-sm" />
      <div className="flex min-w-0 flex-1 basis-48 flex-col gap-0.5 [overflow-wrap:anywhere]">
        <span className="font-medium text-ink text-reading">{name}</span>
        <span className="text-detail text-ink-muted">
          {until ? (
            <>
              Everything of it is removed on <LocalTime at={until} format={{ dateStyle: 'long', timeStyle: 'short' }} />
              .
            </>
          ) : (
            reason
          )}
        </span>
      </div>
      <Badge tone={until ? 'danger' : 'warning'}>{until ? 'Being deleted' : 'Suspended'}</Badge>
      {canRestore && (
        <Button size="small" icon={<Undo2 aria-hidden="true" />} isBusy={isBusy} onClick={() => void takeBack()}>
          Restore
          <span className="sr-only"> {name}</span>
        </Button>
      )}
    </li>
  );
}
