import { UserPlus } from 'lucide-react';
import { useRef, useState } from 'react';
import { IfMay } from '../../access/permissions';
import { useActions } from '../../actions/provider';
import type { ContactListQuery } from '../../generated/graphql';
import { LinkButton } from '../../ui/button';
import { Card } from '../../ui/card';
import { PageHeader } from '../../ui/page-header';
import { type Selection, useSelection } from '../../ui/use-selection';
import { SelectedContacts } from '../bulk/selected-contacts';
import { ViewTabs } from '../views/view-tabs';
import { ContactCount } from './contact-count';
import { searchFieldId } from './contact-search';
import { ContactTable } from './contact-table';
import { defaultSort, type ListAddress, writeListAddress } from './list-address';
import { ListNews } from './list-news';
import { ContactListSkeleton } from './list-skeleton';
import { ListToolbar } from './list-toolbar';
import { MoreContacts } from './more-contacts';
import { MoreMenu } from './more-menu';
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
  /** That are shown. */
  columns: readonly string[];
  /** Null: as if nobody had chosen. */
  onColumns: (columns: readonly string[] | null) => void;
  onChange: (address: ListAddress, options?: { isTyping: boolean }) => void;
  onMore: () => Promise<unknown>;
  onReread: () => Promise<unknown>;
  /** Of the company. */
  path: string;
}

export function ContactList(props: ContactListProps) {
  const { contacts, address, columns, onColumns, onChange, path, isBusy } = props;
  const list = useRef<HTMLDivElement>(null);
  // A row that is shown has what is filtered by: its name need not be asked for.
  const labelNames = new Map(
    contacts?.nodes.flatMap(({ labels }) => labels.map(({ id, name }) => [id, name] as const)),
  );
  const selection = useSelectionOf(address, contacts);
  const rowKeys = useRowKeys(list, selection);
  useRowOfReturn(list, contacts !== undefined);
  const listKey = writeListAddress(address).toString();
  useActions({
    'list.search': () => document.getElementById(searchFieldId)?.focus(),
    'row.next': rowKeys.next,
    'row.previous': rowKeys.previous,
    'row.select': rowKeys.select,
  });
  return (
    <>
      <PageHeader
        title="Contacts"
        subtitle={contacts ? <ContactCount key={listKey} counted={contacts.totalCount} address={address} /> : '…'}
        actions={
          <>
            <MoreMenu address={address} columns={columns} path={path} />
            <IfMay permission="contacts:write">
              <LinkButton to={`${path}/contacts/new`} variant="primary" icon={<UserPlus aria-hidden="true" />}>
                New contact
              </LinkButton>
            </IfMay>
          </>
        }
      />
      <ViewTabs address={address} columns={columns} onChange={onChange} path={path} />
      <ListToolbar
        address={address}
        columns={columns}
        onColumns={onColumns}
        onChange={onChange}
        labelNameOf={(id) => labelNames.get(id)}
        isBusy={isBusy}
      />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrow keys only move between the links inside */}
      <div ref={list} onKeyDown={rowKeys.onKeyDown}>
        {contacts ? (
          <Found {...props} contacts={contacts} selection={selection} />
        ) : (
          <Card className="overflow-hidden">
            <ContactListSkeleton />
          </Card>
        )}
      </div>
    </>
  );
}

/** Whatever else is listed begins with nothing selected; the same in another order, or with other columns, keeps it. */
function useSelectionOf(address: ListAddress, contacts: ContactListQuery['contacts'] | undefined): Selection {
  const selection = useSelection(contacts?.nodes.map(({ id }) => id) ?? []);
  const listed = writeListAddress({ ...address, columns: null, view: null, sort: defaultSort }).toString();
  const [selectedIn, setSelectedIn] = useState(listed);
  if (selectedIn !== listed) {
    setSelectedIn(listed);
    selection.clear();
  }
  return selection;
}

function Found({
  contacts,
  isStale,
  address,
  columns,
  onChange,
  onMore,
  onReread,
  path,
  selection,
}: ContactListProps & { contacts: ContactListQuery['contacts']; selection: Selection }) {
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
  const reread = async () => {
    await onReread().then(forget, () => undefined);
  };
  const selected = new Set(selection.selectedIds);
  return (
    <>
      <Card className="overflow-hidden">
        <ListNews newCount={newIds.size} wroteCount={wroteIds.size} onShow={reread} />
        {contacts.nodes.length === 0 ? (
          <NoContacts address={address} path={path} onChange={onChange} />
        ) : (
          <ContactTable
            contacts={contacts.nodes}
            columns={columns}
            deletedIds={deletedIds}
            selection={selection}
            sort={address.sort}
            onSort={(sort) => onChange({ ...address, sort })}
            path={path}
            listSearch={listSearch}
            isStale={isStale}
          />
        )}
        {contacts.pageInfo.hasNextPage && !isStale && <MoreContacts state={more} onMore={() => void showMore()} />}
      </Card>
      <SelectedContacts
        contacts={contacts.nodes.filter(({ id }) => selected.has(id))}
        hasMore={contacts.pageInfo.hasNextPage && selected.size === contacts.nodes.length}
        counted={contacts.totalCount}
        address={address}
        columns={columns}
        onClear={selection.clear}
        onReread={reread}
      />
    </>
  );
}
