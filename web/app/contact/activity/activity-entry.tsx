import { FileUp, Merge, MessageSquare, Pencil, RotateCcw, StickyNote, Trash2, UserPlus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { nameOfActor } from '../../access/actor';
import { useAction } from '../../access/use-action';
import { useViewer } from '../../access/viewer';
import { type ContactActivityQuery, useDeleteContactNoteMutation } from '../../generated/graphql';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { IconButton } from '../../ui/icon-button';
import { RelativeTime } from '../../ui/relative-time';
import { type FieldChange, FieldChanges, type FieldNames } from './field-changes';

export type Entry = NonNullable<ContactActivityQuery['contact']>['timeline']['nodes'][number];

interface ActivityEntryProps {
  entry: Entry;
  contactId: string;
  path: string;
  names: FieldNames;
  onChanged: () => void;
}

const icons: Record<Entry['__typename'], ReactNode> = {
  ContactCreatedEntry: <UserPlus />,
  ContactChangedEntry: <Pencil />,
  ContactRestoredEntry: <RotateCcw />,
  ContactImportedEntry: <FileUp />,
  ContactMergedEntry: <Merge />,
  ConversationStartedEntry: <MessageSquare />,
  ContactNoteEntry: <StickyNote />,
};

/** One thing that happened: what, by whom and when, with what it changed. */
export function ActivityEntry({ entry, contactId, path, names, onChanged }: ActivityEntryProps) {
  const viewerId = useViewer()?.id;
  return (
    <li className="group relative flex gap-3 pb-5 last:pb-0">
      {/* The line that leads to the next. */}
      <span aria-hidden="true" className="absolute top-7 bottom-0 left-3 w-px bg-line group-last:hidden" />
      <span
        aria-hidden="true"
        className="flex size-6 shrink-0 items-center justify-center rounded-full bg-sunken text-ink-muted [&_svg]:size-3.5"
      >
        {icons[entry.__typename]}
      </span>
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <div className="flex items-baseline justify-between gap-2">
          <p className="min-w-0 text-ink [overflow-wrap:anywhere]">{wordsOf(entry)}</p>
          <RelativeTime at={entry.occurredAt} className="shrink-0 text-ink-muted text-xs" />
        </div>
        {entry.actor && <p className="text-detail text-ink-muted">{nameOfActor(entry.actor, viewerId)}</p>}
        {'changes' in entry && <FieldChanges changes={entry.changes as FieldChange[]} names={names} />}
        {entry.__typename === 'ConversationStartedEntry' && (
          <Link
            to={`${path}/contacts/${contactId}?conversation=${entry.conversation.id}`}
            className="truncate rounded-sm text-accent-ink text-detail hover:underline"
          >
            {entry.conversation.subject ?? entry.conversation.openingWords ?? 'Without a subject'}
          </Link>
        )}
        {entry.__typename === 'ContactNoteEntry' && <Note note={entry.note} onDeleted={onChanged} />}
      </div>
    </li>
  );
}

function wordsOf(entry: Entry): string {
  switch (entry.__typename) {
    case 'ContactCreatedEntry':
      return 'Created';
    case 'ContactChangedEntry':
      return 'Changed';
    case 'ContactRestoredEntry':
      return 'Brought back from the deleted';
    case 'ContactImportedEntry':
      return 'Imported';
    case 'ContactMergedEntry':
      return entry.isParted ? 'Merge undone' : 'Merged with a duplicate';
    case 'ConversationStartedEntry':
      return 'Conversation started';
    case 'ContactNoteEntry':
      return 'Note';
  }
}

type NoteOf = Extract<Entry, { __typename: 'ContactNoteEntry' }>['note'];

function Note({ note: { id, content, canDelete }, onDeleted }: { note: NoteOf; onDeleted: () => void }) {
  const [isAsking, setIsAsking] = useState(false);
  const [remove] = useDeleteContactNoteMutation();
  const { act, isBusy } = useAction();
  const end = async () => {
    const isDone = await act(
      async () => (await remove({ variables: { input: { id } } })).data?.deleteContactNote.userErrors,
    );
    setIsAsking(false);
    if (isDone) onDeleted();
  };
  return (
    <div className="flex items-start gap-1 rounded-control bg-warning-soft px-3 py-2">
      <p className="min-w-0 flex-1 whitespace-pre-wrap text-ink [overflow-wrap:anywhere]">{content.trim()}</p>
      {canDelete && (
        <IconButton
          label="Delete note"
          icon={<Trash2 aria-hidden="true" />}
          onClick={() => setIsAsking(true)}
          className="-my-1 -mr-2 size-8 max-md:size-10"
        />
      )}
      <ConfirmDialog
        isOpen={isAsking}
        onOpenChange={setIsAsking}
        title="Delete this note?"
        confirmLabel="Delete note"
        onConfirm={() => void end()}
        isBusy={isBusy}
        tone="danger"
      >
        It is gone for everybody, for good.
      </ConfirmDialog>
    </div>
  );
}
