import { MessageSquareQuote } from 'lucide-react';
import { useState } from 'react';
import { IfMay } from '../../access/permissions';
import { useAction } from '../../access/use-action';
import {
  type CannedRepliesQuery,
  useCreateCannedReplyMutation,
  useDeleteCannedReplyMutation,
  useUpdateCannedReplyMutation,
} from '../../generated/graphql';
import { EmptyState } from '../../ui/empty-state';
import { ChangeButton, DeleteButton } from '../../ui/row-buttons';
import { useToast } from '../../ui/toaster';
import { CannedReplyForm } from './canned-reply-form';

type CannedReply = CannedRepliesQuery['cannedReplies'][number];

interface CannedReplyListProps {
  cannedReplies: readonly CannedReply[];
  onChanged: () => void;
}

export const CannedReplyList = ({ cannedReplies, onChanged }: CannedReplyListProps) =>
  cannedReplies.length === 0 ? (
    <EmptyState icon={<MessageSquareQuote />} title="No canned reply yet">
      What is answered again and again is written once here, and inserted by a slash while one writes.
    </EmptyState>
  ) : (
    <ul aria-label="Canned replies" className="flex flex-col border-line border-t">
      {cannedReplies.map((cannedReply) => (
        <CannedReplyRow key={cannedReply.id} cannedReply={cannedReply} onChanged={onChanged} />
      ))}
    </ul>
  );

function CannedReplyRow({ cannedReply, onChanged }: { cannedReply: CannedReply; onChanged: () => void }) {
  const { id, name, content } = cannedReply;
  const [isEditing, setIsEditing] = useState(false);
  const [update] = useUpdateCannedReplyMutation();
  const { remove, isBusy } = useRemove(cannedReply, onChanged);
  if (isEditing) {
    return (
      <li className="flex border-line border-b px-5 py-4 last:border-0">
        <CannedReplyForm
          initial={cannedReply}
          submitWords="Save"
          onCancel={() => setIsEditing(false)}
          onSubmit={async (values) => {
            const { data } = await update({ variables: { input: { id, ...values } } });
            if (data?.updateCannedReply.cannedReply) {
              setIsEditing(false);
              onChanged();
            }
            return data?.updateCannedReply.userErrors;
          }}
        />
      </li>
    );
  }
  return (
    <li className="flex min-h-14 items-center gap-2 border-line border-b px-5 py-2 last:border-0">
      <div className="flex min-w-0 flex-1 flex-col">
        <span className="truncate font-medium text-ink">{name}</span>
        <span className="line-clamp-2 text-detail text-ink-muted [overflow-wrap:anywhere]">{content}</span>
      </div>
      <IfMay permission="conversations:write">
        <ChangeButton name={name} onPress={() => setIsEditing(true)} />
        <DeleteButton name={name} onPress={() => void remove()} isBusy={isBusy} />
      </IfMay>
    </li>
  );
}

/** Deletes at once; what takes it back writes the same anew. */
function useRemove({ id, name, content }: CannedReply, onChanged: () => void) {
  const toast = useToast();
  const [create] = useCreateCannedReplyMutation();
  const [remove] = useDeleteCannedReplyMutation();
  const { act, isBusy } = useAction();
  const restore = async () => {
    const isDone = await act(
      async () => (await create({ variables: { input: { name, content } } })).data?.createCannedReply.userErrors,
    );
    if (isDone) onChanged();
  };
  return {
    isBusy,
    remove: async () => {
      const isDone = await act(
        async () => (await remove({ variables: { input: { id } } })).data?.deleteCannedReply.userErrors,
      );
      if (!isDone) return;
      onChanged();
      toast({ text: `${name} is deleted.`, action: { label: 'Undo', onSelect: () => void restore() } });
    },
  };
}
