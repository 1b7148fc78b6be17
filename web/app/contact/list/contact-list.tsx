import { Keyboard, UserPlus } from 'lucide-react';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { IfMay, useMay } from '../../access/permissions';
import type { ContactListQuery } from '../../generated/graphql';
import { LinkButton } from '../../ui/button';
import { Card } from '../../ui/card';
import { formatCount, formatPlural } from '../../ui/format';
import { IconButton } from '../../ui/icon-button';
import { PageHeader } from '../../ui/page-header';
import { useShortcuts } from '../../ui/shortcuts';
import { searchFieldId } from './contact-search';
import { ContactTable } from './contact-table';
import { isFiltered, type ListAddress, writeListAddress } from './list-address';
import { ListNews } from './list-news';
import { ContactListSkeleton } from './list-skeleton';
import { ListToolbar } from './list-toolbar';
import { MoreContacts } from './more-contacts';
import { NoContacts } from './no-contacts';
import { ShortcutsDialog } from './shortcuts-dialog';
import { useListChanges } from './use-list-changes';
import { useRowKeys } from './use-row-keys';

/** The API counts no further for this list. */
const countedTo = 1_000;

interface ContactListProps {
  /** Of this address or, while its answer is on the way, of the one before; undefined where nothing is known yet. */
  contacts: ContactListQuery['contacts'] | undefined;
  isStale: boolean;
  isBusy: boolean;
  address: ListAddress;
  onChange: (address: ListAddress, options?: { isTyping: boolean }) => void;
  onMore: () => Promise<unknown>;
  onReread: () => Promise<unknown>;
  /** Of the company. */
  path: string;
}

export function ContactList(props: ContactListProps) {
  const { contacts, address, onChange, path, isBusy } = props;
  const navigate = useNavigate();
  const list = useRef<HTMLDivElement>(null);
  const [isHelpOpen, setIsHelpOpen] = useState(false);
  const mayWrite = useMay('contacts:write');
  const rowKeys = useRowKeys(list);
  useShortcuts({
    '/': (event) => {
      event.preventDefault();
      document.getElementById(searchFieldId)?.focus();
    },
    j: rowKeys.next,
    k: rowKeys.previous,
    ...(mayWrite && { c: () => void navigate(`${path}/contacts/new`) }),
    '?': () => setIsHelpOpen(true),
  });
  return (
    <>
      <PageHeader
        title="Contacts"
        subtitle={contacts ? describeCount(contacts.totalCount, address) : '…'}
        actions={
          <>
            <IconButton
              label="Keyboard shortcuts"
              icon={<Keyboard aria-hidden="true" />}
              onClick={() => setIsHelpOpen(true)}
              className="max-md:hidden"
            />
            <IfMay permission="contacts:write">
              <LinkButton to={`${path}/contacts/new`} variant="primary" icon={<UserPlus aria-hidden="true" />}>
                New contact
              </LinkButton>
            </IfMay>
          </>
        }
      />
      <ListToolbar address={address} onChange={onChange} isBusy={isBusy} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrow keys only move between the links inside */}
      <div ref={list} onKeyDown={rowKeys.onKeyDown}>
        <Card className="overflow-hidden">
          {contacts ? <Found {...props} contacts={contacts} /> : <ContactListSkeleton />}
        </Card>
      </div>
      <ShortcutsDialog isOpen={isHelpOpen} onOpenChange={setIsHelpOpen} />
    </>
  );
}

function Found({
  contacts,
  isStale,
  address,
  onChange,
  onMore,
  onReread,
  path,
}: ContactListProps & { contacts: ContactListQuery['contacts'] }) {
  const { deletedIds, newIds, wroteIds, forget } = useListChanges(
    contacts.nodes.map(({ id }) => id),
    address.sort,
  );
  const [more, setMore] = useState<'idle' | 'loading' | 'failed'>('idle');
  const listSearch = writeListAddress(address).toString();

  const showMore = async () => {
    setMore('loading');
    setMore(
      await onMore().then(
        () => 'idle' as const,
        () => 'failed' as const,
      ),
    );
  };
  return (
    <>
      <ListNews
        newCount={newIds.size}
        wroteCount={wroteIds.size}
        onShow={async () => {
          await onReread().then(forget, () => undefined);
        }}
      />
      {contacts.nodes.length === 0 ? (
        <NoContacts address={address} path={path} onChange={onChange} />
      ) : (
        <ContactTable
          contacts={contacts.nodes}
          deletedIds={deletedIds}
          sort={address.sort}
          onSort={(sort) => onChange({ ...address, sort })}
          path={path}
          listSearch={listSearch}
          isStale={isStale}
        />
      )}
      {contacts.pageInfo.hasNextPage && !isStale && <MoreContacts state={more} onMore={() => void showMore()} />}
    </>
  );
}

function describeCount(count: number, address: ListAddress): string {
  const isPart = address.search !== '' || isFiltered(address);
  const people = count >= countedTo ? `${formatCount(countedTo)} contacts or more` : formatPlural(count, 'contact');
  return isPart ? `${people} found` : people;
}
