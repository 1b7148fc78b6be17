import { useSignUpMutation } from '../../generated/graphql';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/text-field';
import { FormMessage } from '../form-message';
import { useInputForm } from '../use-input-form';

const blank = { name: '', email: '', password: '' };

interface SignUpFormProps {
  /** Off for whoever is about to join a company that there is. */
  asksForCompany: boolean;
  /** Shape: the slug of the company that was made. */
  onSignedUp: (slug: string | null) => void;
}

/** An account, and its first company in the same step. */
export function SignUpForm({ asksForCompany, onSignedUp }: SignUpFormProps) {
  const form = useInputForm<'SignUpInput', 'name' | 'email' | 'password' | 'companyName'>(
    'SignUpInput',
    asksForCompany ? { ...blank, companyName: '' } : (blank as typeof blank & { companyName: string }),
  );
  const [signUp] = useSignUpMutation();
  const submit = form.submit(async (input) => {
    const { data } = await signUp({ variables: { input } });
    if (data?.signUp.viewer) onSignedUp(data.signUp.tenant?.slug ?? null);
    return data?.signUp.userErrors;
  });
  return (
    <form noValidate method="post" onSubmit={submit} className="flex flex-col gap-5">
      <FormMessage text={form.formError} />
      <TextField label="Your name" autoComplete="name" isRequired {...form.wire('name')} />
      <TextField label="Email" type="email" autoComplete="username" isRequired {...form.wire('email')} />
      <TextField
        label="Password"
        type="password"
        autoComplete="new-password"
        isRequired
        hint="At least 10 characters. A few words in a row are good."
        {...form.wire('password')}
      />
      {asksForCompany && (
        <TextField
          label="Company name"
          autoComplete="organization"
          isRequired
          hint="Colleagues join it by your invitation."
          {...form.wire('companyName')}
        />
      )}
      <Button type="submit" variant="primary" size="large" isBusy={form.isBusy} className="w-full">
        Create account
      </Button>
    </form>
  );
}
