import { Trash2, UserPlus } from 'lucide-react';
import { useRef, useState } from 'react';
import { IfMay } from '../../access/permissions';
import { useActions } from '../../actions/provider';
import type { ContactListQuery } from '../../generated/graphql';
import { LinkButton } from '../../ui/button';
import { Card } from '../../ui/card';
import { PageHeader } from '../../ui/page-header';
import { ContactCount } from './contact-count';
import { searchFieldId } from './contact-search';
import { ContactTable } from './contact-table';
import { ExportMenu } from './export-menu';
import { type ListAddress, writeListAddress } from './list-address';
import { ListNews } from './list-news';
import { ContactListSkeleton } from './list-skeleton';
import { ListToolbar } from './list-toolbar';
import { MoreContacts } from './more-contacts';
import { NoContacts } from './no-contacts';
import { useListChanges } from './use-list-changes';
import { useRowKeys } from './use-row-keys';
import { useRowOfReturn } from './use-row-of-return';

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
  const list = useRef<HTMLDivElement>(null);
  // A row that is shown has what is filtered by: its name need not be asked for.
  const labelNames = new Map(
    contacts?.nodes.flatMap(({ labels }) => labels.map(({ id, name }) => [id, name] as const)),
  );
  const rowKeys = useRowKeys(list);
  useRowOfReturn(list, contacts !== undefined);
  const listKey = writeListAddress(address).toString();
  useActions({
    'list.search': () => document.getElementById(searchFieldId)?.focus(),
    'row.next': rowKeys.next,
    'row.previous': rowKeys.previous,
  });
  return (
    <>
      <PageHeader
        title="Contacts"
        subtitle={contacts ? <ContactCount key={listKey} counted={contacts.totalCount} address={address} /> : '…'}
        actions={
          <>
            <LinkButton to={`${path}/contacts/deleted`} variant="quiet" icon={<Trash2 aria-hidden="true" />}>
              Recently deleted
            </LinkButton>
            <ExportMenu address={address} />
            <IfMay permission="contacts:write">
              <LinkButton to={`${path}/contacts/import`} variant="quiet">
                Import
              </LinkButton>
              <LinkButton to={`${path}/contacts/new`} variant="primary" icon={<UserPlus aria-hidden="true" />}>
                New contact
              </LinkButton>
            </IfMay>
          </>
        }
      />
      <ListToolbar address={address} onChange={onChange} labelNameOf={(id) => labelNames.get(id)} isBusy={isBusy} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrow keys only move between the links inside */}
      <div ref={list} onKeyDown={rowKeys.onKeyDown}>
        <Card className="overflow-hidden">
          {contacts ? <Found {...props} contacts={contacts} /> : <ContactListSkeleton />}
        </Card>
      </div>
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
