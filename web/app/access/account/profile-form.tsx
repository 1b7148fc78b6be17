import { useUpdateProfileMutation } from '../../generated/graphql';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/text-field';
import { useToast } from '../../ui/toaster';
import { FormMessage } from '../form-message';
import { useInputForm } from '../use-input-form';

export function ProfileForm({ name, email }: { name: string; email: string }) {
  const form = useInputForm('UpdateProfileInput', { name });
  const [update] = useUpdateProfileMutation();
  const toast = useToast();
  const submit = form.submit(async (input) => {
    const { data } = await update({ variables: { input } });
    if (data?.updateProfile.viewer) toast({ text: 'Your name is saved.' });
    return data?.updateProfile.userErrors;
  });
  return (
    <form noValidate method="post" onSubmit={submit} className="flex flex-col gap-4 px-5 pt-2 pb-5">
      <FormMessage text={form.formError} />
      <TextField
        label="Your name"
        autoComplete="name"
        isRequired
        hint="Colleagues see it beside what you write."
        {...form.wire('name')}
      />
      <dl className="flex flex-col gap-1">
        <dt className="font-medium text-detail">Email</dt>
        <dd className="text-ink-muted [overflow-wrap:anywhere]">{email}</dd>
      </dl>
      <Button type="submit" variant="primary" isBusy={form.isBusy} className="self-start">
        Save
      </Button>
    </form>
  );
}
