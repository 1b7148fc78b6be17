import { ContactRound, UsersRound } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { IfMay } from '../../access/permissions';
import { type DuplicatesQuery, useDismissDuplicateMutation } from '../../generated/graphql';
import { Avatar } from '../../ui/avatar';
import { Badge } from '../../ui/badge';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { lazyPart } from '../../ui/lazy-part';
import { OnceOpen } from '../../ui/once-open';
import { useToast } from '../../ui/toaster';
import { reasonWords } from './reasons';

const MergeDialog = lazyPart(() => import('./merge-dialog').then((parts) => parts.MergeDialog));

type Pair = DuplicatesQuery['duplicates']['nodes'][number];

interface DuplicateListProps {
  pairs: readonly Pair[];
  /** One of them was merged, or told apart. */
  onChanged: () => void;
  /** Of the company. */
  path: string;
}

/** Pairs of contacts that may be one person, the latest found first. */
export const DuplicateList = ({ pairs, onChanged, path }: DuplicateListProps) =>
  pairs.length === 0 ? (
    <EmptyState icon={<UsersRound />} title="No two contacts look alike">
      Contacts with one email address or telephone number, and similar names within a company, are shown here within a
      minute of their change.
    </EmptyState>
  ) : (
    <ul aria-label="Possible duplicates" className="flex flex-col">
      {pairs.map((pair) => (
        <Row key={pair.id} pair={pair} onChanged={onChanged} path={path} />
      ))}
    </ul>
  );

function Row({ pair, onChanged, path }: { pair: Pair } & Pick<DuplicateListProps, 'onChanged' | 'path'>) {
  const [isMerging, setIsMerging] = useState(false);
  const { first, second, reasons } = pair;
  return (
    <li className="flex flex-col gap-3 border-line border-b px-5 py-4 last:border-b-0 lg:flex-row lg:items-center">
      <div className="grid min-w-0 flex-1 gap-3 sm:grid-cols-2">
        <Side contact={first} path={path} />
        <Side contact={second} path={path} />
      </div>
      <div className="flex flex-wrap items-center gap-2 lg:w-44 lg:flex-col lg:items-start lg:gap-1">
        {reasons.map((reason) => (
          <Badge key={reason} tone="warning">
            {reasonWords[reason]}
          </Badge>
        ))}
      </div>
      <IfMay permission="contacts:write">
        <div className="flex gap-2">
          <Button size="small" icon={<ContactRound aria-hidden="true" />} onClick={() => setIsMerging(true)}>
            Merge<span className="sr-only">{` ${first.name} and ${second.name}`}</span>
          </Button>
          <DismissButton pair={pair} onChanged={onChanged} />
        </div>
        <OnceOpen isOpen={isMerging}>
          <MergeDialog
            firstId={first.id}
            secondId={second.id}
            isOpen={isMerging}
            onOpenChange={setIsMerging}
            onMerged={onChanged}
          />
        </OnceOpen>
      </IfMay>
    </li>
  );
}

const Side = ({ contact, path }: { contact: Pair['first']; path: string }) => {
  const { id, name, email, phone, company, position } = contact;
  return (
    <div className="flex min-w-0 items-start gap-3">
      <Avatar name={name} />
      <div className="flex min-w-0 flex-col">
        <Link to={`${path}/contacts/${id}`} className="truncate rounded-sm font-medium text-ink hover:underline">
          {name}
        </Link>
        <span className="truncate text-detail text-ink-muted">{[email, phone].filter(Boolean).join(' · ')}</span>
        <span className="truncate text-detail text-ink-muted empty:hidden">
          {[position, company].filter(Boolean).join(' · ')}
        </span>
      </div>
    </div>
  );
};

function DismissButton({ pair: { first, second }, onChanged }: { pair: Pair; onChanged: () => void }) {
  const [dismiss, { loading }] = useDismissDuplicateMutation();
  const toast = useToast();
  const change = async (isDismissed: boolean): Promise<void> => {
    const input = { contactId: first.id, otherId: second.id, isDismissed };
    const answer = await dismiss({ variables: { input } }).catch(() => null);
    const problem = answer?.data?.dismissDuplicate.userErrors[0]?.message;
    if (!answer || problem)
      return toast({ text: problem ?? 'That was not saved: the service does not answer. Try again.', tone: 'danger' });
    if (isDismissed)
      toast({
        text: `${first.name} and ${second.name} are two people.`,
        action: { label: 'Undo', onSelect: () => void change(false) },
      });
    onChanged();
  };
  return (
    <Button size="small" variant="quiet" isBusy={loading} onClick={() => void change(true)}>
      Two people<span className="sr-only">{` ${first.name} and ${second.name}`}</span>
    </Button>
  );
}
