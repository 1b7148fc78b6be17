import type { ComponentProps } from 'react';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/text-field';

interface CodeFieldsProps {
  wiring: Pick<ComponentProps<typeof TextField>, 'id' | 'name' | 'value' | 'error' | 'onChange' | 'onBlur'>;
  /** Whose code. */
  email: string;
  onBack: () => void;
}

const focusAtFirst = (field: HTMLInputElement | null) => field?.focus();

/** The sign-in form's second view. */
export const CodeFields = ({ wiring, email, onBack }: CodeFieldsProps) => (
  <>
    <div className="flex flex-wrap items-center justify-between gap-2">
      <span className="text-ink-muted [overflow-wrap:anywhere]">{email}</span>
      <Button variant="quiet" size="small" onClick={onBack}>
        Back
      </Button>
    </div>
    <TextField
      ref={focusAtFirst}
      label="Code"
      isRequired
      autoComplete="one-time-code"
      autoCapitalize="none"
      spellCheck={false}
      hint="From your authenticator app, or one of your recovery codes."
      {...wiring}
    />
  </>
);
