import { ArrowDown, ArrowUp } from 'lucide-react';
import { useState } from 'react';
import { IfMay } from '../access/permissions';
import { useAction } from '../access/use-action';
import {
  type CustomFieldRow_FieldFragment,
  useDeleteCustomFieldMutation,
  useRestoreCustomFieldMutation,
  useUpdateCustomFieldMutation,
} from '../generated/graphql';
import { Badge } from '../ui/badge';
import { IconButton } from '../ui/icon-button';
import { ChangeButton, DeleteButton } from '../ui/row-buttons';
import { useToast } from '../ui/toaster';
import { FieldForm } from './field-form';
import { kindWords } from './kind-words';

interface FieldRowProps {
  field: CustomFieldRow_FieldFragment;
  isFirst: boolean;
  isLast: boolean;
  buttonIds: { up: string; down: string };
  onMove: (by: -1 | 1, buttonId: string) => void;
  onChanged: () => Promise<unknown>;
}

export function FieldRow(props: FieldRowProps) {
  const { field, onChanged } = props;
  const [isEditing, setIsEditing] = useState(false);
  const [update] = useUpdateCustomFieldMutation();
  return (
    <li className="flex min-h-14 items-center gap-1 border-line border-b px-5 py-2.5 last:border-0 max-sm:flex-wrap">
      {isEditing ? (
        <FieldForm
          initial={field}
          submitWords="Save"
          isKindFixed
          onCancel={() => setIsEditing(false)}
          onSubmit={async ({ name, kind, options, isRequired }) => {
            const changed = { name, isRequired, ...(options.length > 0 && { options: [...options] }) };
            const input = { id: field.id, ...(kind === field.kind && changed) };
            const { data } = await update({ variables: { input } });
            if (data?.updateCustomField.customField) {
              setIsEditing(false);
              await onChanged();
            }
            return data?.updateCustomField.userErrors;
          }}
        />
      ) : (
        <>
          <FieldWords field={field} />
          <IfMay permission="tenant:admin">
            <FieldButtons {...props} onEdit={() => setIsEditing(true)} />
          </IfMay>
        </>
      )}
    </li>
  );
}

const FieldWords = ({ field: { name, kind, options, isRequired } }: Pick<FieldRowProps, 'field'>) => (
  <div className="flex min-w-0 flex-1 flex-col gap-0.5 max-sm:basis-full">
    <span className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
      <span className="min-w-0 font-medium text-ink [overflow-wrap:anywhere]">{name}</span>
      {isRequired && <Badge>Required</Badge>}
    </span>
    <span className="line-clamp-2 text-detail text-ink-muted [overflow-wrap:anywhere]">
      {[kindWords[kind], options.join(', ')].filter(Boolean).join(' · ')}
    </span>
  </div>
);

function FieldButtons({
  field,
  isFirst,
  isLast,
  buttonIds,
  onMove,
  onChanged,
  onEdit,
}: FieldRowProps & { onEdit: () => void }) {
  const { id, name } = field;
  const [remove] = useDeleteCustomFieldMutation();
  const [restore] = useRestoreCustomFieldMutation();
  const { act, isBusy } = useAction();
  const toast = useToast();

  const undo = async () => {
    await act(async () => (await restore({ variables: { input: { id } } })).data?.restoreCustomField.userErrors);
    await onChanged();
  };
  const end = async () => {
    const isDone = await act(
      async () => (await remove({ variables: { input: { id } } })).data?.deleteCustomField.userErrors,
    );
    if (!isDone) return;
    await onChanged();
    toast({
      text: `The field ${name} is deleted. Contacts keep what they have in it.`,
      action: { label: 'Undo', onSelect: () => void undo() },
    });
  };
  return (
    <div className="flex shrink-0 gap-0.5 max-sm:-ml-2.5">
      <IconButton
        id={buttonIds.up}
        label={`Move ${name} up`}
        icon={<ArrowUp aria-hidden="true" />}
        aria-disabled={isFirst || undefined}
        onClick={() => onMove(-1, buttonIds.up)}
        className="aria-disabled:opacity-40"
      />
      <IconButton
        id={buttonIds.down}
        label={`Move ${name} down`}
        icon={<ArrowDown aria-hidden="true" />}
        aria-disabled={isLast || undefined}
        onClick={() => onMove(1, buttonIds.down)}
        className="aria-disabled:opacity-40"
      />
      <ChangeButton name={name} onPress={onEdit} />
      <DeleteButton name={name} onPress={() => void end()} isBusy={isBusy} />
    </div>
  );
}
