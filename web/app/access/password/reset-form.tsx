import { useResetPasswordMutation } from '../../generated/graphql';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/text-field';
import { FormMessage } from '../form-message';
import { useInputForm } from '../use-input-form';

export function ResetForm({ token, onReset }: { token: string; onReset: () => void }) {
  const form = useInputForm('ResetPasswordInput', { newPassword: '' });
  const [reset] = useResetPasswordMutation();
  const submit = form.submit(async ({ newPassword }) => {
    const { data } = await reset({ variables: { input: { token, newPassword } } });
    const errors = data?.resetPassword.userErrors;
    if (errors?.length === 0) onReset();
    return errors;
  });
  return (
    <form noValidate method="post" onSubmit={submit} className="flex flex-col gap-5">
      <FormMessage text={form.formError} />
      <TextField
        label="New password"
        type="password"
        autoComplete="new-password"
        isRequired
        hint="At least 10 characters. All your sessions end with the change."
        {...form.wire('newPassword')}
      />
      <Button type="submit" variant="primary" size="large" isBusy={form.isBusy} className="w-full">
        Set the password
      </Button>
    </form>
  );
}
