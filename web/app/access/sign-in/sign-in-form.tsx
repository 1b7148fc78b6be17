import { type ReactNode, useState } from 'react';
import { useSignInMutation } from '../../generated/graphql';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/text-field';
import { FormMessage } from '../form-message';
import { PasskeySignInButton } from '../passkey/passkey-sign-in-button';
import { useInputForm } from '../use-input-form';
import { CodeFields } from './code-fields';

interface SignInFormProps {
  email?: string;
  password?: string;
  /** The session is open. */
  onSignedIn: (viewerId: string) => void | Promise<void>;
  /** What belongs to the password, such as the way to a new one. */
  children?: ReactNode;
}

/** Posts where a script has not taken over yet: what was typed must never stand in an address. */
export function SignInForm({ email = '', password = '', onSignedIn, children }: SignInFormProps) {
  const [asksCode, setAsksCode] = useState(false);
  const form = useInputForm('SignInInput', { email, password, code: '' });
  const [signIn] = useSignInMutation();
  const submit = form.submit(async ({ code, ...proof }) => {
    if (asksCode && code.trim() === '') return [{ field: ['code'], message: 'A code is required.' }];
    const { data } = await signIn({ variables: { input: asksCode ? { ...proof, code } : proof } });
    const { viewer, userErrors = [] } = data?.signIn ?? {};
    if (viewer) await onSignedIn(viewer.id);
    const isAsked = userErrors.some(({ field }) => field.includes('code'));
    setAsksCode(isAsked || (asksCode && userErrors.length === 0));
    // The first time, the question is no fault.
    return isAsked && !asksCode ? [] : userErrors;
  });
  return (
    <form noValidate method="post" onSubmit={submit} className="flex flex-col gap-5">
      <FormMessage text={form.formError} />
      {asksCode ? (
        <CodeFields wiring={form.wire('code')} email={form.values.email} onBack={() => setAsksCode(false)} />
      ) : (
        <>
          <TextField label="Email" type="email" autoComplete="username" isRequired {...form.wire('email')} />
          <TextField
            label="Password"
            type="password"
            autoComplete="current-password"
            isRequired
            data-first={email === '' ? undefined : true}
            {...form.wire('password')}
          />
        </>
      )}
      <Button type="submit" variant="primary" size="large" isBusy={form.isBusy} className="w-full">
        Sign in
      </Button>
      {!asksCode && children}
      {!asksCode && <PasskeySignInButton onSignedIn={onSignedIn} />}
    </form>
  );
}
