import { useId, useState } from 'react';
import { type ContactField, type FieldDraft, missingFields } from '../fields/field-drafts';
import {
  type ContactErrors,
  type ContactFieldName,
  type ContactInputName,
  type ContactValues,
  checkContact,
  checkContactField,
  isReachable,
  placeUserErrors,
  textFields,
  unreachable,
} from './contact-values';

export interface ContactForm {
  values: ContactValues;
  errors: ContactErrors;
  /** The company's own, in their order. */
  fields: readonly ContactField[];
  /** Of those, by key. */
  fieldErrors: Readonly<Record<string, string>>;
  idOfField: (key: string) => string;
  changeField: (key: string, draft: FieldDraft) => void;
  /** What belongs to no single field. */
  formError: string | null;
  idOf: (field: ContactFieldName) => string;
  change: <F extends ContactFieldName>(field: F, value: ContactValues[F]) => void;
  /** Checks the field that is left; one still blank is not complained of before the form is sent. */
  leave: (field: ContactFieldName) => void;
  /** Checks everything and leads to the first field with an error. */
  check: () => Promise<boolean>;
  refuse: (userErrors: Parameters<typeof placeUserErrors>[0]) => void;
  setFormError: (formError: string | null) => void;
}

/** A contact being written: its values, and what is wrong with them by the rules of the schema's input. */
export function useContactForm(
  input: ContactInputName,
  initial: ContactValues,
  fields: readonly ContactField[] = [],
): ContactForm {
  const id = useId();
  const [values, setValues] = useState(initial);
  const [errors, setErrors] = useState<ContactErrors>({});
  const [fieldErrors, setFieldErrors] = useState<Readonly<Record<string, string>>>({});
  const [formError, setFormError] = useState<string | null>(null);
  const idOf = (field: ContactFieldName) => `${id}-${field}`;
  const idOfField = (key: string) => `${id}-fields-${key}`;

  const show = (next: ContactErrors, ofFields: Readonly<Record<string, string>>) => {
    setErrors(next);
    setFieldErrors(ofFields);
    const inOrder = [
      ...textFields.filter((field) => next[field] !== undefined).map(idOf),
      ...fields.filter(({ key }) => ofFields[key] !== undefined).map(({ key }) => idOfField(key)),
      ...(next.metadata === undefined ? [] : [idOf('metadata')]),
    ];
    if (inOrder[0]) document.getElementById(inOrder[0])?.focus();
  };
  const setError = (field: ContactFieldName, problem: string | null) =>
    setErrors(({ [field]: _, ...others }) => (problem === null ? others : { ...others, [field]: problem }));

  return {
    values,
    errors,
    fields,
    fieldErrors,
    formError,
    idOf,
    idOfField,
    setFormError,
    change(field, value) {
      const next = { ...values, [field]: value };
      setValues(next);
      setError(field, null);
      if (isReachable(next) && errors.email === unreachable) setError('email', null);
    },
    changeField(key, draft) {
      setValues({ ...values, fields: { ...values.fields, [key]: draft } });
      setFieldErrors(({ [key]: _, ...others }) => others);
    },
    leave(field) {
      if (field === 'phone' && !isReachable(values) && values.name.trim() !== '') return setError('email', unreachable);
      if (field !== 'metadata' && values[field].trim() === '') return;
      void checkContactField(input, field, values).then((problem) => setError(field, problem));
    },
    async check() {
      setFormError(null);
      const found = await checkContact(input, values);
      const before = input === 'CreateContactInput' ? null : initial.fields;
      const missing = missingFields(fields, values.fields, before);
      show(found, missing);
      return Object.keys({ ...found, ...missing }).length === 0;
    },
    refuse(userErrors) {
      const keys = fields.map(({ key }) => key);
      const placed = placeUserErrors(userErrors, keys);
      show(placed.errors, placed.fieldErrors);
      setFormError(placed.formError);
    },
  };
}
