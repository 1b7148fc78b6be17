import { Mail, Pencil, Phone, Trash2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { isProgram, nameOfActor } from '../../access/actor';
import { IfMay } from '../../access/permissions';
import { useViewer } from '../../access/viewer';
import type { ContactDetails_ContactFragment } from '../../generated/graphql';
import { useContactDetailsChangesSubscription } from '../../generated/graphql';
import { Badge } from '../../ui/badge';
import { Button } from '../../ui/button';
import { CopyButton } from '../../ui/copy-button';
import { LocalTime } from '../../ui/relative-time';
import { EditContact } from '../form/edit-contact';
import { useDeleteContact } from './use-delete-contact';

interface ContactDetailsProps {
  contact: ContactDetails_ContactFragment;
  /** Of the company. */
  path: string;
}

/** Who the contact is and how to reach them; edited and deleted here. */
export function ContactDetails({ contact, path }: ContactDetailsProps) {
  const { name, email, phone, company, position, source, metadata, createdAt, updatedAt } = contact;
  const [isEditing, setIsEditing] = useState(false);
  const { remove, isRemoving } = useDeleteContact(contact, path);
  useContactDetailsChangesSubscription({ ignoreResults: true });
  return (
    <div className="flex flex-col gap-5 p-5">
      <div className="flex items-center justify-between gap-2">
        <h2 className="font-semibold text-ink">Details</h2>
        <IfMay permission="contacts:write">
          <div className="flex gap-1">
            <Button size="small" icon={<Pencil aria-hidden="true" />} onClick={() => setIsEditing(true)}>
              Edit
            </Button>
            <Button
              size="small"
              variant="quiet"
              icon={<Trash2 aria-hidden="true" />}
              isBusy={isRemoving}
              onClick={() => void remove()}
            >
              Delete
            </Button>
          </div>
        </IfMay>
      </div>
      <dl className="flex flex-col gap-4">
        {email && (
          <Detail label="E-mail" copy={{ text: email, what: 'e-mail address' }}>
            <a href={`mailto:${encodeURIComponent(email)}`} className={linkLook}>
              <Mail aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-ink-muted" />
              {email}
            </a>
          </Detail>
        )}
        {phone && (
          <Detail label="Phone" copy={{ text: phone, what: 'phone number' }}>
            <a href={`tel:${phone.replace(/[^+\d]/g, '')}`} className={linkLook}>
              <Phone aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-ink-muted" />
              {phone}
            </a>
          </Detail>
        )}
        {company && <Detail label="Company">{company}</Detail>}
        {position && <Detail label="Position">{position}</Detail>}
        {source && <Detail label="Source">{source}</Detail>}
      </dl>
      <Metadata metadata={metadata} />
      <dl className="flex flex-col gap-4 border-line border-t pt-5">
        <Detail label="Created">
          <LocalTime at={createdAt} format={wholeMoment} />
        </Detail>
        <Detail label="Created by">
          <CreatedBy contact={contact} />
        </Detail>
        {updatedAt !== createdAt && (
          <Detail label="Changed">
            <LocalTime at={updatedAt} format={wholeMoment} />
          </Detail>
        )}
      </dl>
      <EditContact contact={contact} title={`Edit ${name}`} isOpen={isEditing} onOpenChange={setIsEditing} />
    </div>
  );
}

function CreatedBy({ contact: { createdBy } }: { contact: ContactDetails_ContactFragment }) {
  const name = nameOfActor(createdBy, useViewer()?.id);
  return isProgram(createdBy) ? (
    <>
      {name} <Badge>Program</Badge>
    </>
  ) : (
    name
  );
}

const linkLook =
  'flex min-w-0 gap-2 rounded-sm text-ink hover:text-accent-ink hover:underline [overflow-wrap:anywhere]';

const wholeMoment: Intl.DateTimeFormatOptions = { dateStyle: 'medium', timeStyle: 'short' };

interface DetailProps {
  label: string;
  copy?: { text: string; what: string };
  children: ReactNode;
}

const Detail = ({ label, copy, children }: DetailProps) => (
  <div className="flex flex-col gap-0.5">
    <dt className="text-detail text-ink-muted">{label}</dt>
    <dd className="flex min-w-0 items-start justify-between gap-2 text-ink [overflow-wrap:anywhere]">
      <span className="min-w-0">{children}</span>
      {copy && <CopyButton {...copy} className="-my-1.5 size-8" />}
    </dd>
  </div>
);

function Metadata({ metadata }: { metadata: Record<string, unknown> }) {
  const entries = Object.entries(metadata);
  if (entries.length === 0) return null;
  return (
    <section aria-labelledby="metadata" className="flex flex-col gap-3 border-line border-t pt-5">
      <h3 id="metadata" className="font-semibold text-detail text-ink">
        Fields of your own
      </h3>
      <dl className="flex flex-col gap-4">
        {entries.map(([key, value]) => (
          <Detail key={key} label={key}>
            {typeof value === 'string' ? value : <code className="text-detail">{JSON.stringify(value)}</code>}
          </Detail>
        ))}
      </dl>
    </section>
  );
}
