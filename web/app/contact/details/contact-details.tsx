import { Download, Ellipsis, Eraser, Mail, Pencil, Phone, Trash2 } from 'lucide-react';
import { type ReactNode, Suspense, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { isProgram, nameOfActor } from '../../access/actor';
import { IfMay } from '../../access/permissions';
import { useViewer } from '../../access/viewer';
import type { ContactDetails_ContactFragment } from '../../generated/graphql';
import { useContactDetailsChangesSubscription } from '../../generated/graphql';
import { Badge } from '../../ui/badge';
import { BreakableText } from '../../ui/breakable-text';
import { Button } from '../../ui/button';
import { classNames } from '../../ui/class-names';
import { CopyButton } from '../../ui/copy-button';
import { IconButton } from '../../ui/icon-button';
import { lazyPart } from '../../ui/lazy-part';
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu';
import { OnceOpen } from '../../ui/once-open';
import { LocalTime } from '../../ui/relative-time';
import { Segments } from '../../ui/segments';
import { Spinner } from '../../ui/spinner';
import { withoutFields } from '../fields/field-keys';
import { FieldValue } from '../fields/field-value';
import { ContactLabels } from './contact-labels';
import { useDeleteContact } from './use-delete-contact';

const Activity = lazyPart(() => import('../activity/activity').then((parts) => parts.Activity));
const EraseContact = lazyPart(() => import('../erasure/erase-contact').then((parts) => parts.EraseContact));
const EditContact = lazyPart(() => import('../form/edit-contact').then((parts) => parts.EditContact));

interface ContactDetailsProps {
  contact: ContactDetails_ContactFragment;
  /** Of the company. */
  path: string;
  /** What stands below the fields. */
  alikes?: ReactNode;
}

type Shown = 'details' | 'activity';

/** Who the contact is and how to reach them, and what happened with them; edited, deleted and erased here. */
export function ContactDetails({ contact, path, alikes }: ContactDetailsProps) {
  const [isEditing, setIsEditing] = useState(false);
  const [isErasing, setIsErasing] = useState(false);
  const [shown, setShown] = useState<Shown>('details');
  const navigate = useNavigate();
  const { remove, isRemoving, expect } = useDeleteContact(contact, path);
  useContactDetailsChangesSubscription({ ignoreResults: true });
  return (
    <div className="flex flex-col gap-5 p-5">
      <div className="flex items-center justify-between gap-2">
        <h2 className="font-semibold text-ink">Details</h2>
        <div className="flex gap-1">
          <IfMay permission="contacts:write">
            <Button size="small" icon={<Pencil aria-hidden="true" />} onClick={() => setIsEditing(true)}>
              Edit
            </Button>
          </IfMay>
          <Menu
            trigger={
              <IconButton
                label="More"
                icon={isRemoving ? <Spinner /> : <Ellipsis aria-hidden="true" />}
                className="size-8"
              />
            }
          >
            <DownloadItem contactId={contact.id} />
            <IfMay permission="contacts:write">
              <MenuSeparator />
              <MenuItem tone="danger" icon={<Trash2 aria-hidden="true" />} onSelect={() => void remove()}>
                Delete contact
              </MenuItem>
            </IfMay>
            <IfMay permission="tenant:admin">
              <MenuItem tone="danger" icon={<Eraser aria-hidden="true" />} onSelect={() => setIsErasing(true)}>
                Erase for good…
              </MenuItem>
            </IfMay>
          </Menu>
        </div>
      </div>
      <Segments
        label="Part of the details"
        value={shown}
        onChange={setShown}
        segments={[
          { value: 'details', label: 'About' },
          { value: 'activity', label: 'Activity' },
        ]}
      />
      {shown === 'details' ? (
        <About contact={contact} alikes={alikes} />
      ) : (
        <Suspense fallback={null}>
          <Activity contactId={contact.id} path={path} />
        </Suspense>
      )}
      <OnceOpen isOpen={isEditing}>
        <EditContact
          contact={contact}
          title={`Edit ${contact.name}`}
          path={path}
          isOpen={isEditing}
          onOpenChange={setIsEditing}
        />
      </OnceOpen>
      <OnceOpen isOpen={isErasing}>
        <EraseContact
          contact={contact}
          isOpen={isErasing}
          onOpenChange={setIsErasing}
          onErase={expect}
          onErased={() => void navigate(`${path}/contacts`, { replace: true })}
        />
      </OnceOpen>
    </div>
  );
}

/** All that is known of the contact, as a file that the API sends. */
function DownloadItem({ contactId }: { contactId: string }) {
  const { tenantId = '' } = useParams();
  const asked = new URLSearchParams({ format: 'json', id: contactId, tenant: tenantId });
  return (
    <MenuItem asChild>
      <a href={`/export/contact?${asked}`} download>
        <Download aria-hidden="true" />
        Download everything about this person
      </a>
    </MenuItem>
  );
}

function About({ contact, alikes }: Pick<ContactDetailsProps, 'contact' | 'alikes'>) {
  const { email, phone, company, position, source, metadata, fields, createdAt, updatedAt } = contact;
  const filled = fields.filter(({ value }) => value !== null && value !== undefined);
  return (
    <>
      <ContactLabels contact={contact} />
      <dl className="flex flex-col gap-4">
        {email && (
          <Detail label="Email" copy={{ text: email, what: 'email address' }}>
            <a href={`mailto:${encodeURIComponent(email)}`} aria-label={email} className={linkLook}>
              <Mail aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-ink-muted" />
              <span className="min-w-0">
                <BreakableText text={email} />
              </span>
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
        {filled.map(({ field: { id, name: label, kind }, value }) => (
          <Detail key={id} label={label}>
            <FieldValue kind={kind} value={value} />
          </Detail>
        ))}
      </dl>
      <Metadata metadata={withoutFields(metadata, fields)} />
      {alikes}
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
    </>
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

// Over the end of a long address, when it is wanted, so that the address has the whole width; beside it where nothing can point.
const copyLook = classNames(
  'absolute -top-1.5 right-0 size-8 bg-surface opacity-0 hover:opacity-100 focus-visible:opacity-100 group-hover:opacity-100',
  'pointer-coarse:static pointer-coarse:-my-2.5 pointer-coarse:size-10 pointer-coarse:opacity-100',
);

const wholeMoment: Intl.DateTimeFormatOptions = { dateStyle: 'medium', timeStyle: 'short' };

interface DetailProps {
  label: string;
  copy?: { text: string; what: string };
  children: ReactNode;
}

const Detail = ({ label, copy, children }: DetailProps) => (
  <div className="flex flex-col gap-0.5">
    <dt className="text-detail text-ink-muted">{label}</dt>
    <dd className="group relative flex min-w-0 items-start justify-between gap-2 text-ink [overflow-wrap:anywhere]">
      <span className="min-w-0">{children}</span>
      {copy && <CopyButton {...copy} className={copyLook} />}
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
