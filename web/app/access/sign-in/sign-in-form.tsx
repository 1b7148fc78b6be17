import { useSignInMutation } from '../../generated/graphql';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/text-field';
import { FormMessage } from '../form-message';
import { useInputForm } from '../use-input-form';

interface SignInFormProps {
  email?: string;
  password?: string;
  /** The session is open. */
  onSignedIn: (viewerId: string) => void | Promise<void>;
}

/** Posts where a script has not taken over yet: what was typed must never stand in an address. */
export function SignInForm({ email = '', password = '', onSignedIn }: SignInFormProps) {
  const form = useInputForm('SignInInput', { email, password });
  const [signIn] = useSignInMutation();
  const submit = form.submit(async (input) => {
    const { data } = await signIn({ variables: { input } });
    if (data?.signIn.viewer) await onSignedIn(data.signIn.viewer.id);
    return data?.signIn.userErrors;
  });
  return (
    <form noValidate method="post" onSubmit={submit} className="flex flex-col gap-5">
      <FormMessage text={form.formError} />
      <TextField label="E-mail" type="email" autoComplete="username" isRequired {...form.wire('email')} />
      <TextField
        label="Password"
        type="password"
        autoComplete="current-password"
        isRequired
        data-first={email === '' ? undefined : true}
        {...form.wire('password')}
      />
      <Button type="submit" variant="primary" size="large" isBusy={form.isBusy} className="w-full">
        Sign in
      </Button>
    </form>
  );
}
