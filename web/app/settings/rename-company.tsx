import { FormMessage } from '../access/form-message';
import { useInputForm } from '../access/use-input-form';
import { type GeneralSettingsQuery, useRenameCompanyMutation } from '../generated/graphql';
import { Button } from '../ui/button';
import { CardSection } from '../ui/card';
import { TextField } from '../ui/text-field';
import { useToast } from '../ui/toaster';

/** For owners. Where the address changes, the frame of the company goes to the new one by itself. */
export function RenameCompany({ tenant: { id, name, slug } }: { tenant: GeneralSettingsQuery['currentTenant'] }) {
  const form = useInputForm('RenameTenantInput', { name, slug });
  const [rename] = useRenameCompanyMutation();
  const toast = useToast();
  const submit = form.submit(async (values) => {
    const { data } = await rename({ variables: { input: { id, ...values } } });
    if (data?.renameTenant.tenant) toast({ text: `The company is called ${data.renameTenant.tenant.name}.` });
    return data?.renameTenant.userErrors;
  });
  const isChanged = form.values.name !== name || form.values.slug !== slug;
  return (
    <CardSection id="rename" title="Name and address">
      <form noValidate method="post" onSubmit={submit} className="flex flex-col gap-4 px-5 pt-2 pb-5">
        <FormMessage text={form.formError} />
        <TextField label="Name" isRequired autoComplete="organization" {...form.wire('name')} />
        <TextField
          label="Address"
          isRequired
          autoComplete="off"
          spellCheck={false}
          className="font-mono"
          hint="Small letters, digits and hyphens. Links and programs that use an address from before go on to work, and no other company gets it."
          {...form.wire('slug')}
        />
        <Button type="submit" variant="primary" isBusy={form.isBusy} disabled={!isChanged} className="self-start">
          Save
        </Button>
      </form>
    </CardSection>
  );
}
