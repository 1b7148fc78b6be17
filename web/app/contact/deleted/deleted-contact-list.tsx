import { Eraser, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { IfMay } from '../../access/permissions';
import type { DeletedContactsQuery } from '../../generated/graphql';
import { Avatar } from '../../ui/avatar';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { formatPlural } from '../../ui/format';
import { IconButton } from '../../ui/icon-button';
import { lazyPart } from '../../ui/lazy-part';
import { OnceOpen } from '../../ui/once-open';
import { LocalTime, RelativeTime } from '../../ui/relative-time';
import { useToast } from '../../ui/toaster';
import { useRestoreContact } from './use-restore-contact';

type DeletedContact = DeletedContactsQuery['deletedContacts']['nodes'][number];

const EraseContact = lazyPart(() => import('../erasure/erase-contact').then((parts) => parts.EraseContact));

interface DeletedContactListProps {
  contacts: readonly DeletedContact[];
  /** One of them is back, or gone for good. */
  onGone: () => void;
  /** The company's path. */
  path: string;
}

/** The contacts that can be brought back, the latest deletion first. */
export function DeletedContactList({ contacts, onGone, path }: DeletedContactListProps) {
  // Outside the rows: the receipt stays open when its row is gone.
  const [erased, setErased] = useState<DeletedContact | null>(null);
  const [isErasing, setIsErasing] = useState(false);
  const erase = (contact: DeletedContact) => {
    setErased(contact);
    setIsErasing(true);
  };
  return (
    <>
      {contacts.length === 0 ? (
        <EmptyState icon={<Trash2 />} title="Nothing was deleted lately">
          A deleted contact stands here for 30 days, with all its conversations; then it is gone.
        </EmptyState>
      ) : (
        <ul aria-label="Deleted contacts" className="flex flex-col">
          {contacts.map((contact) => (
            <Row key={contact.id} {...{ contact, onGone, path }} onErase={() => erase(contact)} />
          ))}
        </ul>
      )}
      {erased && (
        <OnceOpen key={erased.id} isOpen={isErasing}>
          <EraseContact contact={erased} isOpen={isErasing} onOpenChange={setIsErasing} onErased={onGone} />
        </OnceOpen>
      )}
    </>
  );
}

interface RowProps extends Pick<DeletedContactListProps, 'onGone' | 'path'> {
  contact: DeletedContact;
  onErase: () => void;
}

const day: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short' };

const Row = ({ contact, onErase, ...restoring }: RowProps) => {
  const { name, email, phone, company, conversationCount, deletedAt, restorableUntil } = contact;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 border-line border-b px-5 py-3 last:border-b-0">
      <Avatar name={name} />
      <div className="flex min-w-0 flex-1 basis-56 flex-col">
        <span className="truncate font-medium text-ink">{name}</span>
        <span className="truncate text-detail text-ink-muted">
          {[company, email ?? phone, formatPlural(conversationCount, 'conversation')].filter(Boolean).join(' · ')}
        </span>
      </div>
      <span className="flex flex-col text-detail text-ink-muted sm:items-end">
        <span>
          Deleted <RelativeTime at={deletedAt} />
        </span>
        <span>
          Kept until <LocalTime at={restorableUntil} format={day} />
        </span>
      </span>
      <span className="flex items-center gap-1">
        <IfMay permission="contacts:write">
          <RestoreButton contact={contact} {...restoring} />
        </IfMay>
        <IfMay permission="tenant:admin">
          <IconButton label={`Erase ${name} for good`} icon={<Eraser aria-hidden="true" />} onClick={onErase} />
        </IfMay>
      </span>
    </li>
  );
};

function RestoreButton({ contact: { id, name }, onGone, path }: Omit<RowProps, 'onErase'>) {
  const [isBusy, setIsBusy] = useState(false);
  const { restore } = useRestoreContact();
  const navigate = useNavigate();
  const toast = useToast();
  const bringBack = async () => {
    setIsBusy(true);
    try {
      await restore(id);
      const open = () => void navigate(`${path}/contacts/${id}`);
      toast({ text: `${name} is back, with all conversations.`, action: { label: 'Open', onSelect: open } });
      onGone();
    } catch {
      toast({ text: `${name} could not be brought back. Try again.`, tone: 'danger' });
    }
    setIsBusy(false);
  };
  return (
    <Button isBusy={isBusy} onClick={() => void bringBack()}>
      Restore<span className="sr-only"> {name}</span>
    </Button>
  );
}
