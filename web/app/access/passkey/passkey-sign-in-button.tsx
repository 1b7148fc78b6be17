import { KeyRound } from 'lucide-react';
import { Button } from '../../ui/button';
import { FormMessage } from '../form-message';
import { usePasskeySignIn } from './use-passkey-sign-in';
import { useCanUsePasskeys } from './web-authn';

interface PasskeySignInButtonProps {
  /** The session is open. */
  onSignedIn: (viewerId: string) => void | Promise<void>;
}

/** The device shows which accounts it has a passkey for. */
export function PasskeySignInButton({ onSignedIn }: PasskeySignInButtonProps) {
  const canUse = useCanUsePasskeys();
  const { signIn, isBusy, problem } = usePasskeySignIn(onSignedIn);
  if (!canUse) return null;
  return (
    <>
      <FormMessage text={problem} />
      <Button size="large" icon={<KeyRound aria-hidden="true" />} isBusy={isBusy} onClick={signIn} className="w-full">
        Sign in with a passkey
      </Button>
    </>
  );
}
