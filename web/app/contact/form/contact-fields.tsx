import { CircleAlert } from 'lucide-react';
import type { ComponentProps } from 'react';
import { TextField } from '../../ui/text-field';
import { FieldInputs } from '../fields/field-inputs';
import type { TextFieldName } from './contact-values';
import { MetadataFields } from './metadata-fields';
import { ReachField } from './reach-field';
import type { ContactForm } from './use-contact-form';

interface ContactFieldsProps {
  form: ContactForm;
  /** The company's path. */
  path: string;
  /** Of the contact that is edited; null for a new one. */
  ownId: string | null;
}

/** The fields of a contact: what is needed first, then what may be known besides. */
export function ContactFields({ form, path, ownId }: ContactFieldsProps) {
  const wire = (
    field: TextFieldName,
  ): Pick<ComponentProps<typeof TextField>, 'id' | 'error' | 'onChange' | 'onBlur'> & { value: string } => ({
    id: form.idOf(field),
    value: form.values[field],
    error: form.errors[field],
    onChange: (event) => form.change(field, event.target.value),
    onBlur: () => form.leave(field),
  });
  return (
    <div className="flex flex-col gap-6">
      {form.formError && (
        <p role="alert" className="flex gap-2 rounded-control bg-danger-soft px-3 py-2.5 text-danger-ink">
          <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
          {form.formError}
        </p>
      )}
      <fieldset className="flex flex-col gap-5">
        <legend className="sr-only">Required</legend>
        <TextField label="Name" isRequired autoComplete="off" placeholder="Ann Example" {...wire('name')} />
        <div className="grid gap-5 sm:grid-cols-2">
          <ReachField
            label="Email"
            type="email"
            placeholder="ann@company.example"
            {...wire('email')}
            field="email"
            path={path}
            ownId={ownId}
          />
          <ReachField
            label="Phone"
            type="tel"
            placeholder="+49 30 901820"
            {...wire('phone')}
            field="phone"
            path={path}
            ownId={ownId}
          />
        </div>
        <p className="-mt-3 text-detail text-ink-muted">
          One of the two is enough. A phone number begins with its country code.
        </p>
      </fieldset>
      <fieldset className="flex flex-col gap-5 border-line border-t pt-5">
        <legend className="float-left w-full font-semibold text-ink">
          Further details{' '}
          {!form.fields.some(({ isRequired }) => isRequired) && (
            <span className="font-normal text-ink-muted">(optional)</span>
          )}
        </legend>
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField label="Company" autoComplete="off" {...wire('company')} />
          <TextField label="Position" autoComplete="off" {...wire('position')} />
        </div>
        <TextField
          label="Source"
          autoComplete="off"
          placeholder="Website, referral, trade fair…"
          hint="How the contact came to you; the list can be filtered by it."
          {...wire('source')}
        />
        {form.fields.length > 0 && <FieldInputs form={form} />}
        <MetadataFields
          id={form.idOf('metadata')}
          rows={form.values.metadata}
          onChange={(rows) => form.change('metadata', rows)}
          onLeave={() => form.leave('metadata')}
          error={form.errors.metadata}
        />
      </fieldset>
    </div>
  );
}
