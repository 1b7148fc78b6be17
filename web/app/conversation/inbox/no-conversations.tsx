import { CircleCheck, Inbox, SearchX } from 'lucide-react';
import { LinkButton } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import {
  type InboxAddress,
  type InboxView,
  inboxViews,
  isFiltered,
  type SavedView,
  writeInboxAddress,
} from './inbox-address';

interface NoConversationsProps {
  address: InboxAddress;
  saved: SavedView | null;
  /** Of the company. */
  companyPath: string;
}

const emptyTitles: Record<InboxView, string> = {
  mine: 'Nothing is yours to answer',
  unassigned: 'Everything has somebody to answer it',
  open: 'Nothing waits',
  unread: 'Nothing is unread',
  snoozed: 'Nothing is snoozed',
  closed: 'Nothing is closed',
};

export const NoConversations = (props: NoConversationsProps) =>
  props.address.search === '' ? <NothingHere {...props} /> : <NothingFound {...props} />;

const NothingFound = ({ address, saved, companyPath }: NoConversationsProps) => (
  <EmptyState
    icon={<SearchX />}
    title={`No conversation matches “${address.search}”`}
    action={
      <LinkButton to={`${companyPath}/inbox${writeInboxAddress({ ...address, search: '' })}`}>Clear search</LinkButton>
    }
    className="m-auto"
  >
    {address.label === null
      ? `Shown are only conversations in “${saved?.name ?? inboxViews[address.view]}”.`
      : 'Shown are only open conversations with this label.'}
  </EmptyState>
);

/** Nothing to do is good news where there was something. */
const NothingHere = ({ address, saved, companyPath }: NoConversationsProps) =>
  titleOf(address, saved) === emptyTitles.open ? (
    <EmptyState
      icon={<CircleCheck />}
      title={emptyTitles.open}
      action={<LinkButton to={`${companyPath}/contacts`}>To the contacts</LinkButton>}
      className="m-auto"
    >
      A conversation stands here as soon as a contact writes, or you start one.
    </EmptyState>
  ) : (
    <EmptyState icon={<Inbox />} title={titleOf(address, saved)} className="m-auto" />
  );

function titleOf(address: InboxAddress, saved: SavedView | null): string {
  if (address.saved !== null && saved === null) return 'There is no such view';
  if (isFiltered(address)) return 'Nothing fits the filter';
  if (saved) return `Nothing is in ${saved.name}`;
  return address.label === null ? emptyTitles[address.view] : 'Nothing open has this label';
}
