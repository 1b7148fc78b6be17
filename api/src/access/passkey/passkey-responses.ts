import type { WebAuthnCredential } from '@simplewebauthn/server';
import { isoBase64URL } from '@simplewebauthn/server/helpers';
import { z } from 'zod';

export type Transports = NonNullable<WebAuthnCredential['transports']>;

/** Browsers learn of new ways to reach a device before we do. */
const transport = z.custom<Transports[number]>((value) => typeof value === 'string' && value.length <= 20);

const base64Url = z.string().regex(/^[\w-]{1,8192}$/);
const common = { id: base64Url, rawId: base64Url, type: z.literal('public-key') };
const clientExtensionResults = z.object({}).default({});

/** What a browser answers to `navigator.credentials.create`, as JSON; whatever else it says is left out. */
export const registrationResponse = z.object({
  ...common,
  clientExtensionResults,
  response: z.object({
    clientDataJSON: base64Url,
    attestationObject: base64Url,
    transports: z.array(transport).max(10).default([]),
  }),
});

export type RegistrationResponse = z.infer<typeof registrationResponse>;

/** The same of `navigator.credentials.get`. */
export const authenticationResponse = z.object({
  ...common,
  clientExtensionResults,
  response: z.object({
    clientDataJSON: base64Url,
    authenticatorData: base64Url,
    signature: base64Url,
    userHandle: base64Url,
  }),
});

export type AuthenticationResponse = z.infer<typeof authenticationResponse>;

const clientData = z.object({ challenge: z.string().min(1).max(200) });

/** What the browser says it was asked to sign; null where it says nothing that could be read. */
export function challengeIn({ response }: { response: { clientDataJSON: string } }): string | null {
  try {
    return clientData.parse(JSON.parse(isoBase64URL.toUTF8String(response.clientDataJSON))).challenge;
  } catch {
    // Text of any other form was not asked for.
    return null;
  }
}
