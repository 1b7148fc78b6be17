import { Button } from '../../ui/button';
import { TextField } from '../../ui/text-field';
import { FormMessage } from '../form-message';
import { type UserError, useInputForm } from '../use-input-form';

interface ConfirmByPasswordProps {
  input: 'DisableTwoFactorInput' | 'RenewRecoveryCodesInput';
  /** What will be. */
  text: string;
  /** The act as a verb. */
  label: string;
  tone?: 'primary' | 'danger';
  onConfirm: (password: string) => Promise<readonly UserError[] | undefined>;
  onCancel: () => void;
}

const focusAtFirst = (field: HTMLInputElement | null) => field?.focus();

/** Asks whether it is the person who sits at the open session. */
export function ConfirmByPassword({ input, text, label, tone = 'primary', ...props }: ConfirmByPasswordProps) {
  const form = useInputForm(input, { password: '' });
  const submit = form.submit(({ password }) => props.onConfirm(password));
  return (
    <form noValidate method="post" onSubmit={submit} className="flex flex-col gap-4 self-stretch">
      <FormMessage text={form.formError} />
      <p>{text}</p>
      <TextField
        ref={focusAtFirst}
        label="Your password"
        type="password"
        autoComplete="current-password"
        isRequired
        {...form.wire('password')}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant={tone} isBusy={form.isBusy}>
          {label}
        </Button>
        <Button variant="quiet" onClick={props.onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
