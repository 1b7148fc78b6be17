import { createHash } from 'node:crypto';
import { isToken } from '../token';

/** A sign-in at a company's provider, from its beginning to its end: at most ten minutes. */
export const attemptMinutes = 10;

/** What the provider gets to see of an attempt, and what it must not. */
export interface AttemptSecrets {
  state: string;
  nonce: string;
  codeVerifier: string;
}

/**
 * All of them follow from the one token that the browser's cookie holds: nothing of it is stored, and none of them leads back to it or to
 * another one. Null for what is no such token.
 */
export function secretsOf(token: string | null): AttemptSecrets | null {
  if (token === null || !isToken('attempt', token)) return null;
  const derive = (purpose: string) => createHash('sha256').update(`${purpose} ${token}`).digest('base64url');
  return { state: derive('state'), nonce: derive('nonce'), codeVerifier: derive('code verifier') };
}
