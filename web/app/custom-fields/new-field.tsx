import { type CustomFieldRow_FieldFragment, useCreateCustomFieldMutation } from '../generated/graphql';
import { FieldForm, type FieldValues } from './field-form';

interface NewFieldProps {
  initial: FieldValues;
  /** Empties itself after each, to make another. */
  isRepeated?: boolean;
  onMade: (field: CustomFieldRow_FieldFragment) => Promise<unknown>;
  onCancel?: () => void;
}

export function NewField({ onMade, ...form }: NewFieldProps) {
  const [create] = useCreateCustomFieldMutation();
  return (
    <FieldForm
      {...form}
      submitWords="Make field"
      onSubmit={async ({ options, ...values }) => {
        const input = { ...values, ...(options.length > 0 && { options: [...options] }) };
        const { data } = await create({ variables: { input } });
        const made = data?.createCustomField.customField;
        if (made) await onMade(made);
        return data?.createCustomField.userErrors;
      }}
    />
  );
}
