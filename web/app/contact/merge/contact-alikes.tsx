import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { IfMay } from '../../access/permissions';
import type { ContactAlikes_ContactFragment } from '../../generated/graphql';
import { Button } from '../../ui/button';
import { lazyPart } from '../../ui/lazy-part';
import { OnceOpen } from '../../ui/once-open';
import { LocalTime } from '../../ui/relative-time';
import { reasonWords } from './reasons';
import { useMerge } from './use-merge';

const MergeDialog = lazyPart(() => import('./merge-dialog').then((parts) => parts.MergeDialog));

interface ContactAlikesProps {
  contact: ContactAlikes_ContactFragment;
  /** Of the company. */
  path: string;
}

/** Who else may be this person, and who was. */
export const ContactAlikes = ({ contact, path }: ContactAlikesProps) => (
  <section aria-labelledby="alikes" className="flex flex-col gap-3 border-line border-t pt-5">
    <h3 id="alikes" className="font-semibold text-detail text-ink">
      {contact.duplicates.length > 0 ? 'Possible duplicates' : 'Merged contacts'}
    </h3>
    <ul className="flex flex-col gap-3">
      {contact.duplicates.map((hit) => (
        <Alike key={hit.contact.id} contact={contact} hit={hit} path={path} />
      ))}
      {contact.merges.map((merge) => (
        <Merged key={merge.id} merge={merge} path={path} />
      ))}
    </ul>
  </section>
);

interface AlikeProps extends ContactAlikesProps {
  hit: ContactAlikes_ContactFragment['duplicates'][number];
}

function Alike({ contact, hit, path }: AlikeProps) {
  const [isMerging, setIsMerging] = useState(false);
  const navigate = useNavigate();
  return (
    <li className="flex items-start justify-between gap-2">
      <span className="flex min-w-0 flex-col">
        <Link to={`${path}/contacts/${hit.contact.id}`} className="truncate rounded-sm text-ink hover:underline">
          {hit.contact.name}
        </Link>
        <span className="text-detail text-ink-muted">
          {hit.reasons.map((reason) => reasonWords[reason]).join(' · ')}
        </span>
      </span>
      <IfMay permission="contacts:write">
        <Button size="small" onClick={() => setIsMerging(true)}>
          Merge<span className="sr-only">{` with ${hit.contact.name}`}</span>
        </Button>
        <OnceOpen isOpen={isMerging}>
          <MergeDialog
            firstId={contact.id}
            secondId={hit.contact.id}
            isOpen={isMerging}
            onOpenChange={setIsMerging}
            onMerged={(id) => void navigate(`${path}/contacts/${id}`)}
          />
        </OnceOpen>
      </IfMay>
    </li>
  );
}

const day: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short' };

function Merged({ merge, path }: { merge: ContactAlikes_ContactFragment['merges'][number]; path: string }) {
  const [isBusy, setIsBusy] = useState(false);
  const navigate = useNavigate();
  const { undo } = useMerge((id) => void navigate(`${path}/contacts/${id}`));
  const part = async () => {
    setIsBusy(true);
    await undo(merge.id);
    setIsBusy(false);
  };
  return (
    <li className="flex items-start justify-between gap-2">
      <span className="flex min-w-0 flex-col">
        <span className="truncate text-ink">{merge.fromName}</span>
        <span className="text-detail text-ink-muted">
          Merged on <LocalTime at={merge.mergedAt} format={day} />
        </span>
      </span>
      <IfMay permission="contacts:write">
        <Button size="small" isBusy={isBusy} onClick={() => void part()}>
          Undo<span className="sr-only">{` the merge of ${merge.fromName}`}</span>
        </Button>
      </IfMay>
    </li>
  );
}
