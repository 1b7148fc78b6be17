import { ListPlus } from 'lucide-react';
import { useId, useState } from 'react';
import { useAction } from '../access/use-action';
import { type CustomFieldRow_FieldFragment, useMoveCustomFieldMutation } from '../generated/graphql';
import { EmptyState } from '../ui/empty-state';
import { FieldRow } from './field-row';

interface FieldListProps {
  fields: readonly CustomFieldRow_FieldFragment[];
  onChanged: () => Promise<unknown>;
}

/** The fields in the order in which contacts show them. */
export function FieldList({ fields, onChanged }: FieldListProps) {
  const [move] = useMoveCustomFieldMutation();
  const { act, isBusy } = useAction();
  const [told, setTold] = useState('');
  const id = useId();

  const place = async ({ id: fieldId, name }: CustomFieldRow_FieldFragment, position: number, buttonId: string) => {
    if (isBusy || position < 0 || position >= fields.length) return;
    const isDone = await act(
      async () => (await move({ variables: { input: { id: fieldId, position } } })).data?.moveCustomField.userErrors,
    );
    if (!isDone) return;
    await onChanged();
    setTold(`${name} is number ${position + 1} of ${fields.length} now.`);
    // A row that changes its place loses the focus on the way.
    document.getElementById(buttonId)?.focus();
  };
  if (fields.length === 0) {
    return (
      <EmptyState icon={<ListPlus />} title="No custom field yet">
        A field stands in the form and on the page of every contact, and the list can be filtered by it.
      </EmptyState>
    );
  }
  return (
    <>
      <ol aria-label="Custom fields" className="flex flex-col border-line border-t">
        {fields.map((field, index) => (
          <FieldRow
            key={field.id}
            field={field}
            isFirst={index === 0}
            isLast={index === fields.length - 1}
            buttonIds={{ up: `${id}-${field.id}-up`, down: `${id}-${field.id}-down` }}
            onMove={(by, buttonId) => void place(field, index + by, buttonId)}
            onChanged={onChanged}
          />
        ))}
      </ol>
      <p role="status" className="sr-only">
        {told}
      </p>
    </>
  );
}
