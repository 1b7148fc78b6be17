import { MessagesSquare } from 'lucide-react';
import { ActionKeys } from '../actions/action-keys';
import { UnreadTitle } from '../conversation/inbox/unread-title';
import { EmptyState } from '../ui/empty-state';

/** Beside the list, as long as nothing is open. */
export default function InboxIndex() {
  return (
    <>
      <UnreadTitle words="Inbox" />
      <EmptyState icon={<MessagesSquare />} title="No conversation is open" className="m-auto">
        <p>Choose one from the list.</p>
        <p className="mt-3 flex flex-wrap items-center justify-center gap-2 text-detail max-md:hidden">
          <ActionKeys action="row.next" /> <ActionKeys action="row.previous" /> move
          <ActionKeys action="row.open" /> opens
          <ActionKeys action="help.open" /> shows all keys
        </p>
      </EmptyState>
    </>
  );
}
