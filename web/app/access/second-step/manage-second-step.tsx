import { useState } from 'react';
import { useDisableTwoFactorMutation, useRenewRecoveryCodesMutation } from '../../generated/graphql';
import { Button } from '../../ui/button';
import { useToast } from '../../ui/toaster';
import { ConfirmByPassword } from './confirm-by-password';

interface ManageSecondStepProps {
  codesLeft: number;
  onRenewed: (codes: readonly string[]) => void;
  onDisabled: () => void;
}

/** What can be done to a second step that is on, each with the password. */
export function ManageSecondStep({ codesLeft, onRenewed, onDisabled }: ManageSecondStepProps) {
  const [asked, setAsked] = useState<'renew' | 'disable' | null>(null);
  const [renew] = useRenewRecoveryCodesMutation();
  const [disable] = useDisableTwoFactorMutation();
  const toast = useToast();
  const close = () => setAsked(null);

  const makeCodes = async (password: string) => {
    const { data } = await renew({ variables: { input: { password } } });
    const { recoveryCodes, userErrors } = data?.renewRecoveryCodes ?? {};
    if (recoveryCodes) {
      close();
      onRenewed(recoveryCodes);
    }
    return userErrors;
  };
  const switchOff = async (password: string) => {
    const { data } = await disable({ variables: { input: { password } } });
    if (data?.disableTwoFactor.viewer) {
      toast({ text: 'The second step is off.' });
      onDisabled();
    }
    return data?.disableTwoFactor.userErrors;
  };
  return (
    <>
      <p className="text-ink-muted">
        Besides your password, signing in asks for a code. Recovery codes that are left: {codesLeft}.
      </p>
      {asked === null && (
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => setAsked('renew')}>New recovery codes</Button>
          <Button variant="quiet" onClick={() => setAsked('disable')}>
            Switch off
          </Button>
        </div>
      )}
      {asked === 'renew' && (
        <ConfirmByPassword
          input="RenewRecoveryCodesInput"
          text="The recovery codes that you have now will no longer work."
          label="Make new codes"
          onConfirm={makeCodes}
          onCancel={close}
        />
      )}
      {asked === 'disable' && (
        <ConfirmByPassword
          input="DisableTwoFactorInput"
          text="Your password alone will open your account again."
          label="Switch off the second step"
          tone="danger"
          onConfirm={switchOff}
          onCancel={close}
        />
      )}
    </>
  );
}
