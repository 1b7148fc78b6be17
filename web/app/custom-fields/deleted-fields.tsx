import { useState } from 'react';
import { IfMay } from '../access/permissions';
import { useAction } from '../access/use-action';
import {
  type DeletedField_FieldFragment,
  usePurgeCustomFieldMutation,
  useRestoreCustomFieldMutation,
} from '../generated/graphql';
import { Button } from '../ui/button';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { RelativeTime } from '../ui/relative-time';
import { useToast } from '../ui/toaster';
import { kindWords } from './kind-words';

interface DeletedFieldsProps {
  fields: readonly DeletedField_FieldFragment[];
  onChanged: () => Promise<unknown>;
}

/** Fields that nobody sees, and whose values contacts still have. */
export const DeletedFields = ({ fields, onChanged }: DeletedFieldsProps) => (
  <ul aria-label="Deleted fields" className="mt-3 flex flex-col border-line border-t">
    {fields.map((field) => (
      <Row key={field.id} field={field} onChanged={onChanged} />
    ))}
  </ul>
);

function Row({ field, onChanged }: { field: DeletedField_FieldFragment; onChanged: () => Promise<unknown> }) {
  const { id, name, kind, deletedAt } = field;
  const [restore] = useRestoreCustomFieldMutation();
  const [purge] = usePurgeCustomFieldMutation();
  const { act, isBusy } = useAction();
  const toast = useToast();
  const [isAsking, setIsAsking] = useState(false);

  const bringBack = async () => {
    const isDone = await act(
      async () => (await restore({ variables: { input: { id } } })).data?.restoreCustomField.userErrors,
    );
    if (isDone) await onChanged();
  };
  const end = async () => {
    const isDone = await act(
      async () => (await purge({ variables: { input: { id } } })).data?.purgeCustomField.userErrors,
    );
    setIsAsking(false);
    if (!isDone) return;
    await onChanged();
    toast({ text: `The field ${name} is removed, and within minutes what contacts had in it.` });
  };
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 border-line border-b px-5 py-3 last:border-0">
      <div className="flex min-w-0 flex-1 basis-48 flex-col gap-0.5">
        <span className="text-ink [overflow-wrap:anywhere]">{name}</span>
        <span className="text-detail text-ink-muted">
          {kindWords[kind]}
          {deletedAt && (
            <>
              {' '}
              · deleted <RelativeTime at={deletedAt} />
            </>
          )}
        </span>
      </div>
      <IfMay permission="tenant:admin">
        <div className="flex gap-2">
          <Button size="small" isBusy={isBusy && !isAsking} onClick={() => void bringBack()}>
            Restore<span className="sr-only"> {name}</span>
          </Button>
          <Button size="small" variant="quiet" onClick={() => setIsAsking(true)} className="text-danger-ink">
            <span>
              Remove<span className="sr-only"> {name}</span> for good
            </span>
          </Button>
        </div>
      </IfMay>
      <ConfirmDialog
        isOpen={isAsking}
        onOpenChange={setIsAsking}
        title={`Remove ${name} for good?`}
        confirmLabel="Remove for good"
        onConfirm={() => void end()}
        isBusy={isBusy}
        tone="danger"
      >
        What contacts have in this field is taken out of all of them, also out of deleted ones. It cannot be brought
        back.
      </ConfirmDialog>
    </li>
  );
}
