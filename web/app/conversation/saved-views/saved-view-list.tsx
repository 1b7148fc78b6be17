import { Bookmark } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { Badge } from '../../ui/badge';
import { EmptyState } from '../../ui/empty-state';
import { ChangeButton, DeleteButton } from '../../ui/row-buttons';
import { useMayChangeView } from './use-may-change-view';
import { type SavedView, useRemoveView } from './use-remove-view';
import { ViewDialog } from './view-dialog';

interface SavedViewListProps {
  savedViews: readonly SavedView[];
  /** Of the inbox. */
  inboxPath: string;
}

export const SavedViewList = ({ savedViews, inboxPath }: SavedViewListProps) =>
  savedViews.length === 0 ? (
    <EmptyState icon={<Bookmark />} title="No saved view yet">
      In the inbox, the filter’s menu keeps what is listed under a name.
    </EmptyState>
  ) : (
    <ul aria-label="Saved views" className="flex flex-col border-line border-t">
      {savedViews.map((view) => (
        <SavedViewRow key={view.id} view={view} inboxPath={inboxPath} />
      ))}
    </ul>
  );

function SavedViewRow({ view, inboxPath }: { view: SavedView; inboxPath: string }) {
  const { id, name, isShared } = view;
  const [isEditing, setIsEditing] = useState(false);
  const remove = useRemoveView();
  const mayChange = useMayChangeView();
  return (
    <li className="flex min-h-14 items-center gap-2 border-line border-b px-5 py-2 last:border-0">
      <span className="flex min-w-0 flex-1 flex-wrap items-center gap-2">
        <Link to={`${inboxPath}?saved=${id}`} className="min-w-0 truncate font-medium text-ink hover:underline">
          {name}
        </Link>
        {isShared && <Badge>Everybody’s</Badge>}
      </span>
      {mayChange(view) && (
        <>
          <ChangeButton name={name} onPress={() => setIsEditing(true)} />
          <DeleteButton name={name} onPress={() => void remove(view)} />
        </>
      )}
      <ViewDialog view={view} isOpen={isEditing} onOpenChange={setIsEditing} onSaved={() => undefined} />
    </li>
  );
}
