import type { ChangeEvent, ComponentProps } from 'react';
import { SelectField } from '../../ui/select-field';
import { TextArea } from '../../ui/text-area';
import { TextField } from '../../ui/text-field';
import type { ContactForm } from '../form/use-contact-form';
import type { ContactField, FieldDraft } from './field-drafts';
import { OptionsField } from './options-field';

/** A control for each of the company's fields, in their order; two stand beside each other where there is room. */
export const FieldInputs = ({ form }: { form: ContactForm }) => (
  <div className="grid items-start gap-5 sm:grid-cols-2">
    {form.fields.map((field) => (
      <div key={field.id} className={isWide(field) ? 'sm:col-span-2' : undefined}>
        <FieldInput
          field={field}
          id={form.idOfField(field.key)}
          draft={form.values.fields[field.key] ?? ''}
          error={form.fieldErrors[field.key]}
          onChange={(draft) => form.changeField(field.key, draft)}
        />
      </div>
    ))}
  </div>
);

const isWide = ({ kind }: ContactField): boolean => kind === 'LONG_TEXT' || kind === 'CHOICES';

interface FieldInputProps {
  field: ContactField;
  id: string;
  draft: FieldDraft;
  error: string | undefined;
  onChange: (draft: FieldDraft) => void;
}

/** No option can be called so: it has a line break. */
const none = '\n';

function FieldInput({ field: { name, kind, options, isRequired }, id, draft, error, onChange }: FieldInputProps) {
  const text = { label: name, isRequired, id, error };
  const value = typeof draft === 'string' ? draft : '';
  const typed = {
    value,
    autoComplete: 'off',
    onChange: ({ target }: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => onChange(target.value),
  };
  switch (kind) {
    case 'LONG_TEXT':
      return <TextArea {...text} {...typed} />;
    case 'CHOICES':
      return (
        <OptionsField {...text} options={options} chosen={typeof draft === 'string' ? [] : draft} onChange={onChange} />
      );
    case 'CHOICE':
    case 'BOOLEAN': {
      const known = kind === 'CHOICE' ? options.map((option) => ({ value: option, label: option })) : yesNo;
      const gone = value !== '' && !known.some((option) => option.value === value);
      return (
        <SelectField
          {...text}
          value={value || none}
          options={[
            { value: none, label: 'Not set' },
            ...known,
            ...(gone ? [{ value, label: `${value} (no longer offered)` }] : []),
          ]}
          onChange={(next) => onChange(next === none ? '' : next)}
        />
      );
    }
    default:
      return <TextField {...text} {...typed} {...typeOf[kind]} />;
  }
}

const yesNo = [
  { value: 'true', label: 'Yes' },
  { value: 'false', label: 'No' },
];

const typeOf: Record<'TEXT' | 'NUMBER' | 'DATE' | 'LINK', Partial<ComponentProps<typeof TextField>>> = {
  TEXT: {},
  // As text, so that what is no number stands there until it is put right.
  NUMBER: { inputMode: 'decimal' },
  DATE: { type: 'date' },
  LINK: { type: 'url', placeholder: 'https://' },
};
