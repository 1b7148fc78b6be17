import { useChangePasswordMutation } from '../../generated/graphql';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/text-field';
import { useToast } from '../../ui/toaster';
import { FormMessage } from '../form-message';
import { useInputForm } from '../use-input-form';

/** `email` is for the browser's password keeper. */
export function ChangePasswordForm({ email, onChanged }: { email: string; onChanged: () => void }) {
  const form = useInputForm('ChangePasswordInput', { currentPassword: '', newPassword: '' });
  const [change] = useChangePasswordMutation();
  const toast = useToast();
  const submit = form.submit(async (input) => {
    const { data } = await change({ variables: { input } });
    if (data?.changePassword.viewer) {
      form.clear();
      toast({ text: 'Your password is changed; all other sessions have ended.' });
      onChanged();
    }
    return data?.changePassword.userErrors;
  });
  return (
    <form noValidate method="post" onSubmit={submit} className="flex flex-col gap-4 px-5 pt-2 pb-5">
      <FormMessage text={form.formError} />
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <TextField
        label="Current password"
        type="password"
        autoComplete="current-password"
        isRequired
        {...form.wire('currentPassword')}
      />
      <TextField
        label="New password"
        type="password"
        autoComplete="new-password"
        isRequired
        hint="At least 10 characters. All other sessions end with the change."
        {...form.wire('newPassword')}
      />
      <Button type="submit" variant="primary" isBusy={form.isBusy} className="self-start">
        Change the password
      </Button>
    </form>
  );
}
