import { useState } from 'react';
import { useRequestPasswordResetMutation } from '../../generated/graphql';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/text-field';
import { FormMessage } from '../form-message';
import { useInputForm } from '../use-input-form';

/** Says the same whether or not there is such an account. */
export function RequestResetForm() {
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useInputForm('RequestPasswordResetInput', { email: '' });
  const [request] = useRequestPasswordResetMutation();
  const submit = form.submit(async (input) => {
    const { data } = await request({ variables: { input } });
    const errors = data?.requestPasswordReset.userErrors ?? [];
    if (errors.length === 0) setSentTo(input.email.trim());
    return errors;
  });
  if (sentTo !== null) {
    return (
      <p role="status" className="text-reading leading-6">
        If <strong className="font-semibold [overflow-wrap:anywhere]">{sentTo}</strong> has an account, a link for a new
        password is on its way. It is valid for an hour.
      </p>
    );
  }
  return (
    <form noValidate method="post" onSubmit={submit} className="flex flex-col gap-5">
      <FormMessage text={form.formError} />
      <TextField label="Email" type="email" autoComplete="username" isRequired {...form.wire('email')} />
      <Button type="submit" variant="primary" size="large" isBusy={form.isBusy} className="w-full">
        Send the link
      </Button>
    </form>
  );
}
