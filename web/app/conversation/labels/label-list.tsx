import { Tag } from 'lucide-react';
import { useState } from 'react';
import { IfMay } from '../../access/permissions';
import { useAction } from '../../access/use-action';
import { type LabelsQuery, useDeleteLabelMutation, useUpdateLabelMutation } from '../../generated/graphql';
import { LabelChip } from '../../labels/label-chip';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { EmptyState } from '../../ui/empty-state';
import { ChangeButton, DeleteButton } from '../../ui/row-buttons';
import { LabelForm } from './label-form';

type Label = LabelsQuery['labels'][number];

interface LabelListProps {
  labels: readonly Label[];
  onChanged: () => void;
}

export const LabelList = ({ labels, onChanged }: LabelListProps) =>
  labels.length === 0 ? (
    <EmptyState icon={<Tag />} title="No label yet">
      Labels sort conversations and contacts by what they are about; each is a view of the inbox.
    </EmptyState>
  ) : (
    <ul className="flex flex-col border-line border-t">
      {labels.map((label) => (
        <LabelRow key={label.id} label={label} onChanged={onChanged} />
      ))}
    </ul>
  );

function LabelRow({ label, onChanged }: { label: Label; onChanged: () => void }) {
  const { id, name } = label;
  const [isEditing, setIsEditing] = useState(false);
  const [isAsking, setIsAsking] = useState(false);
  const [update] = useUpdateLabelMutation();
  const [remove] = useDeleteLabelMutation();
  const { act, isBusy } = useAction();
  const end = async () => {
    const isDone = await act(async () => (await remove({ variables: { input: { id } } })).data?.deleteLabel.userErrors);
    setIsAsking(false);
    if (isDone) onChanged();
  };
  return (
    <li className="flex min-h-14 items-center gap-2 border-line border-b px-5 py-2 last:border-0">
      {isEditing ? (
        <LabelForm
          initial={label}
          submitWords="Save"
          onCancel={() => setIsEditing(false)}
          onSubmit={async (values) => {
            const { data } = await update({ variables: { input: { id, ...values } } });
            if (data?.updateLabel.label) {
              setIsEditing(false);
              onChanged();
            }
            return data?.updateLabel.userErrors;
          }}
        />
      ) : (
        <>
          <span className="flex min-w-0 flex-1">
            <LabelChip label={label} className="max-w-full" />
          </span>
          <IfMay permission="conversations:write">
            <ChangeButton name={name} onPress={() => setIsEditing(true)} />
          </IfMay>
          <IfMay permission="tenant:admin">
            <DeleteButton name={name} onPress={() => setIsAsking(true)} />
          </IfMay>
        </>
      )}
      <ConfirmDialog
        isOpen={isAsking}
        onOpenChange={setIsAsking}
        title={`Delete the label ${name}?`}
        confirmLabel="Delete label"
        onConfirm={() => void end()}
        isBusy={isBusy}
        tone="danger"
      >
        It is taken off every conversation and contact, for good; they stay.
      </ConfirmDialog>
    </li>
  );
}
