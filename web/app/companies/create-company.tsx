import { CircleAlert } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import { useNavigate } from 'react-router';
import { isOneCompanyOnly, oneCompanyOnly } from '../apollo/api-error';
import { useAttemptKey } from '../apollo/use-attempt-key';
import { CompaniesDocument, useCreateTenantMutation } from '../generated/graphql';
import { Button } from '../ui/button';
import { TextField } from '../ui/text-field';
import { validateField } from '../validation/validate';
import { SlugPreview } from './slug-preview';

const unreachable = 'The company could not be created: the service does not answer. Your entry is kept; try again.';

export function CreateCompany() {
  const navigate = useNavigate();
  const nameId = useId();
  const [name, setName] = useState('');
  const [nameError, setNameError] = useState<string | null>(null);
  const [formError, setFormError] = useState<string | null>(null);
  const keyOf = useAttemptKey();
  const [createTenant, { loading }] = useCreateTenantMutation({ refetchQueries: [CompaniesDocument] });

  const checkName = async () => {
    const error = await validateField('CreateTenantInput', 'name', name);
    setNameError(error?.message ?? null);
    return error === null;
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setFormError(null);
    if (!(await checkName())) return document.getElementById(nameId)?.focus();
    try {
      const { data } = await createTenant({ variables: { input: { name: name.trim(), idempotencyKey: keyOf(name) } } });
      const { tenant, userErrors = [] } = data?.createTenant ?? {};
      if (tenant) return await navigate(`/tenant/${tenant.slug}`);
      setNameError(userErrors.find(({ field }) => field.includes('name'))?.message ?? null);
      setFormError(userErrors.find(({ field }) => !field.includes('name'))?.message ?? null);
      document.getElementById(nameId)?.focus();
    } catch (error) {
      setFormError(isOneCompanyOnly(error) ? oneCompanyOnly : unreachable);
    }
  };

  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-5">
      <TextField
        id={nameId}
        label="Company name"
        isRequired
        autoComplete="organization"
        placeholder="Northwind Trading"
        value={name}
        onChange={(event) => {
          setName(event.target.value);
          setNameError(null);
        }}
        onBlur={() => name !== '' && void checkName()}
        error={nameError}
        hint={<SlugPreview name={name} />}
        className="h-11 text-reading"
      />
      {formError && (
        <p role="alert" className="flex gap-2 rounded-control bg-danger-soft px-3 py-2.5 text-danger-ink">
          <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
          {formError}
        </p>
      )}
      <Button type="submit" variant="primary" size="large" isBusy={loading} className="w-full">
        {loading ? 'Creating its schema…' : 'Create company'}
      </Button>
      <p className="text-detail text-ink-muted">
        The company gets a schema, a database role and tables of its own, all or nothing, and is ready at once.
      </p>
    </form>
  );
}
