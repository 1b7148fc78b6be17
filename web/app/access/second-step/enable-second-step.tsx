import { QRCodeSVG } from 'qrcode.react';
import { useEnableTwoFactorMutation } from '../../generated/graphql';
import { Button } from '../../ui/button';
import { CopyButton } from '../../ui/copy-button';
import { TextField } from '../../ui/text-field';
import { FormMessage } from '../form-message';
import { useInputForm } from '../use-input-form';

export interface SecondStepSecret {
  secret: string;
  uri: string;
}

interface EnableSecondStepProps extends SecondStepSecret {
  /** For the browser's password keeper. */
  email: string;
  onEnabled: (recoveryCodes: readonly string[]) => void;
  onCancel: () => void;
}

/** The app gets the secret; a code of it shows that it has. */
export function EnableSecondStep({ secret, uri, email, onEnabled, onCancel }: EnableSecondStepProps) {
  const form = useInputForm('EnableTwoFactorInput', { code: '', password: '' });
  const [enable] = useEnableTwoFactorMutation();
  const submit = form.submit(async (input) => {
    const { data } = await enable({ variables: { input } });
    const { recoveryCodes, userErrors } = data?.enableTwoFactor ?? {};
    if (recoveryCodes) onEnabled(recoveryCodes);
    return userErrors;
  });
  return (
    <form noValidate method="post" onSubmit={submit} className="flex flex-col gap-4 self-stretch">
      <FormMessage text={form.formError} />
      <div className="flex flex-wrap items-center gap-5">
        <QRCodeSVG value={uri} size={176} marginSize={4} title="QR code for the authenticator app" role="img" />
        <div className="flex min-w-56 flex-1 flex-col gap-2">
          <p>Scan this with your authenticator app, or type the key into it:</p>
          <SecretKey secret={secret} />
        </div>
      </div>
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <TextField
        label="Code"
        isRequired
        inputMode="numeric"
        autoComplete="one-time-code"
        hint="The six digits that the app shows now."
        {...form.wire('code')}
      />
      <TextField
        label="Your password"
        type="password"
        autoComplete="current-password"
        isRequired
        {...form.wire('password')}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" isBusy={form.isBusy}>
          Switch on
        </Button>
        <Button variant="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

/** In groups of four, so that nobody loses their place while typing it. */
const SecretKey = ({ secret }: { secret: string }) => (
  <div className="flex items-center gap-1 rounded-control border border-line bg-sunken py-1 pr-1 pl-3">
    <code className="min-w-0 flex-1 font-mono text-detail [overflow-wrap:anywhere]">
      {secret.match(/.{1,4}/g)?.join(' ')}
    </code>
    <CopyButton text={secret} what="key" className="size-8" />
  </div>
);
