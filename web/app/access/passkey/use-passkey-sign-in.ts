import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser';
import { useState } from 'react';
import { useBeginPasskeySignInMutation, useSignInWithPasskeyMutation } from '../../generated/graphql';
import { explain } from '../explain';
import { endOfCeremony } from './web-authn';

/** Asks the device for a passkey and signs in with it. `problem`: why it did not come to that, in words. */
export function usePasskeySignIn(onSignedIn: (viewerId: string) => void | Promise<void>) {
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [begin] = useBeginPasskeySignInMutation();
  const [finish] = useSignInWithPasskeyMutation();

  const askDevice = async () => {
    const { data } = await begin();
    const optionsJSON = data?.beginPasskeySignIn.options as unknown as PublicKeyCredentialRequestOptionsJSON;
    const { startAuthentication } = await import('@simplewebauthn/browser');
    return startAuthentication({ optionsJSON });
  };
  const run = async () => {
    const response = { ...(await askDevice()) };
    const { data } = await finish({ variables: { input: { response } } });
    const { viewer, userErrors } = data?.signInWithPasskey ?? {};
    if (viewer) await onSignedIn(viewer.id);
    setProblem(userErrors?.[0]?.message ?? null);
  };
  const signIn = () => {
    setIsBusy(true);
    setProblem(null);
    void run()
      .catch((error: unknown) => setProblem(endOfCeremony(error) ?? explain(error)))
      .finally(() => setIsBusy(false));
  };
  return { signIn, isBusy, problem };
}
