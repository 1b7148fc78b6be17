import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type WebAuthnCredential,
} from '@simplewebauthn/server';
import { isoBase64URL } from '@simplewebauthn/server/helpers';
import { parse as parseUuid } from 'uuid';
import type { AccountPrincipal } from '../principal';
import type { AuthenticationResponse, RegistrationResponse, Transports } from './passkey-responses';

/** How passkeys know their account again: whoever signs in by one names nobody. */
export const userHandleOf = (accountId: string): string => isoBase64URL.fromBuffer(userIdOf(accountId));

const userIdOf = (accountId: string) => Uint8Array.from(parseUuid(accountId));

/** What WebAuthn calls us: passkeys are bound to the host of the web client, and answers to its whole origin. */
export class RelyingParty {
  private readonly id: string;

  constructor(private readonly origin: string) {
    this.id = new URL(origin).hostname;
  }

  /** Those that the account has are left out: a device keeps one for each account. */
  optionsToAdd({ id, name, email }: AccountPrincipal, known: { id: string; transports: Transports }[]) {
    return generateRegistrationOptions({
      rpName: 'Atrium',
      rpID: this.id,
      userID: userIdOf(id),
      userName: email,
      userDisplayName: name,
      excludeCredentials: known,
      // A passkey is both steps at once: it is kept with the account's name, and opens by a finger, a face or a PIN.
      authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
    });
  }

  optionsToSignIn() {
    return generateAuthenticationOptions({ rpID: this.id, userVerification: 'required' });
  }

  /** Null where the answer is not what it has to be. */
  async verifyAdded(response: RegistrationResponse, challenge: string) {
    const verified = await verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: this.origin,
      expectedRPID: this.id,
      requireUserVerification: true,
    }).catch(refused);
    return verified?.verified ? verified.registrationInfo : null;
  }

  /** Null as above, or where its counter says that it was copied. */
  async verifySignIn(response: AuthenticationResponse, challenge: string, credential: WebAuthnCredential) {
    const verified = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: this.origin,
      expectedRPID: this.id,
      credential,
      requireUserVerification: true,
    }).catch(refused);
    return verified?.verified ? verified.authenticationInfo : null;
  }
}

/** The library throws whatever is wrong with an answer; it asks nothing but the answer. */
const refused = (): null => null;
