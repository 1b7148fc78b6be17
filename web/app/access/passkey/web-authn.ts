import type { WebAuthnError } from '@simplewebauthn/browser';
import { useSyncExternalStore } from 'react';

/** A passkey belongs to a name: there is none for a server that is addressed by numbers. */
const isNamed = (host: string): boolean => !/^[\d.]+$|^\[/.test(host);

const never = () => () => undefined;

/** Whether the browser, at this address, can make and use passkeys; false while the server renders. */
export const useCanUsePasskeys = (): boolean =>
  useSyncExternalStore(
    never,
    () => typeof globalThis.PublicKeyCredential === 'function' && isNamed(window.location.hostname),
    () => false,
  );

/** In words, where the browser or the person ended it; null where it failed for another reason. */
export function endOfCeremony(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if (isOfLibrary(error) && error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED')
    return 'This device has a passkey of your account already.';
  // Browsers say the same of a refusal, of a time that ran out, and of a device that has none.
  if (error.name === 'NotAllowedError' || error.name === 'AbortError')
    return 'The browser has used no passkey. Please try again.';
  return isOfLibrary(error) ? 'The browser cannot use a passkey here.' : null;
}

/** Told by its code: the library is loaded when a passkey is asked for. */
const isOfLibrary = (error: Error): error is WebAuthnError =>
  'code' in error && typeof error.code === 'string' && error.code.startsWith('ERROR_');
