import { type PublicKeyCredentialRequestOptionsJSON, startAuthentication } from '@simplewebauthn/browser';
import { KeyRound } from 'lucide-react';
import { useBeginPasskeySignInMutation, useSignInWithPasskeyMutation } from '../../generated/graphql';
import { Button } from '../../ui/button';
import { useAction } from '../use-action';
import { endOfCeremony, useCanUsePasskeys } from './web-authn';

interface PasskeySignInButtonProps {
  /** The session is open. */
  onSignedIn: (viewerId: string) => void | Promise<void>;
}

/** The device shows which accounts it has a passkey for. */
export function PasskeySignInButton({ onSignedIn }: PasskeySignInButtonProps) {
  const canUse = useCanUsePasskeys();
  const [begin] = useBeginPasskeySignInMutation();
  const [finish] = useSignInWithPasskeyMutation();
  const { act, isBusy } = useAction();
  if (!canUse) return null;

  const askDevice = async () => {
    const { data } = await begin();
    const optionsJSON = data?.beginPasskeySignIn.options as unknown as PublicKeyCredentialRequestOptionsJSON;
    return startAuthentication({ optionsJSON });
  };
  const signIn = () =>
    act(async () => {
      try {
        const response = { ...(await askDevice()) };
        const { data } = await finish({ variables: { input: { response } } });
        if (data?.signInWithPasskey.viewer) await onSignedIn(data.signInWithPasskey.viewer.id);
        return data?.signInWithPasskey.userErrors;
      } catch (error) {
        const message = endOfCeremony(error);
        if (message === null) throw error;
        return [{ field: [], message }];
      }
    });
  return (
    <Button
      size="large"
      icon={<KeyRound aria-hidden="true" />}
      isBusy={isBusy}
      onClick={() => void signIn()}
      className="w-full"
    >
      Sign in with a passkey
    </Button>
  );
}
