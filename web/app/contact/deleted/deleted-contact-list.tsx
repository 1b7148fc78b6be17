import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { IfMay } from '../../access/permissions';
import type { DeletedContactsQuery } from '../../generated/graphql';
import { Avatar } from '../../ui/avatar';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { formatPlural } from '../../ui/format';
import { LocalTime, RelativeTime } from '../../ui/relative-time';
import { useToast } from '../../ui/toaster';
import { useRestoreContact } from './use-restore-contact';

type DeletedContact = DeletedContactsQuery['deletedContacts']['nodes'][number];

interface DeletedContactListProps {
  contacts: readonly DeletedContact[];
  /** One of them is back. */
  onRestored: () => void;
  /** The company's path. */
  path: string;
}

/** The contacts that can be brought back, the latest deletion first. */
export const DeletedContactList = ({ contacts, onRestored, path }: DeletedContactListProps) =>
  contacts.length === 0 ? (
    <EmptyState icon={<Trash2 />} title="Nothing was deleted lately">
      A deleted contact stands here for 30 days, with all its conversations; then it is gone.
    </EmptyState>
  ) : (
    <ul aria-label="Deleted contacts" className="flex flex-col">
      {contacts.map((contact) => (
        <Row key={contact.id} contact={contact} onRestored={onRestored} path={path} />
      ))}
    </ul>
  );

interface RowProps extends Pick<DeletedContactListProps, 'onRestored' | 'path'> {
  contact: DeletedContact;
}

const day: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short' };

const Row = ({ contact, onRestored, path }: RowProps) => {
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
      <IfMay permission="contacts:write">
        <RestoreButton contact={contact} onRestored={onRestored} path={path} />
      </IfMay>
    </li>
  );
};

function RestoreButton({ contact: { id, name }, onRestored, path }: RowProps) {
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
      onRestored();
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
