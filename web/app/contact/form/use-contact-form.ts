import { useId, useState } from 'react';
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
export function useContactForm(input: ContactInputName, initial: ContactValues): ContactForm {
  const id = useId();
  const [values, setValues] = useState(initial);
  const [errors, setErrors] = useState<ContactErrors>({});
  const [formError, setFormError] = useState<string | null>(null);
  const idOf = (field: ContactFieldName) => `${id}-${field}`;

  const show = (next: ContactErrors) => {
    setErrors(next);
    const first = [...textFields, 'metadata' as const].find((field) => next[field] !== undefined);
    if (first) document.getElementById(idOf(first))?.focus();
  };
  const setError = (field: ContactFieldName, problem: string | null) =>
    setErrors(({ [field]: _, ...others }) => (problem === null ? others : { ...others, [field]: problem }));

  return {
    values,
    errors,
    formError,
    idOf,
    setFormError,
    change(field, value) {
      const next = { ...values, [field]: value };
      setValues(next);
      setError(field, null);
      if (isReachable(next) && errors.email === unreachable) setError('email', null);
    },
    leave(field) {
      if (field === 'phone' && !isReachable(values) && values.name.trim() !== '') return setError('email', unreachable);
      if (field !== 'metadata' && values[field].trim() === '') return;
      void checkContactField(input, field, values).then((problem) => setError(field, problem));
    },
    async check() {
      setFormError(null);
      const found = await checkContact(input, values);
      show(found);
      return Object.keys(found).length === 0;
    },
    refuse(userErrors) {
      const placed = placeUserErrors(userErrors);
      show(placed.errors);
      setFormError(placed.formError);
    },
  };
}
