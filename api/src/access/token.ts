import { createHash, randomBytes } from 'node:crypto';

/** What a token is for stands in front of it, so that people and scanners for leaked secrets know one when they see it. */
const prefixes = {
  session: 'atrium_session_',
  key: 'atrium_key_',
  invitation: 'atrium_invitation_',
  reset: 'atrium_reset_',
  link: 'atrium_link_',
  attempt: 'atrium_attempt_',
};

export type TokenKind = keyof typeof prefixes;

/** 256 random bits, as text of 43 characters behind the prefix. */
export const newToken = (kind: TokenKind): string => `${prefixes[kind]}${randomBytes(32).toString('base64url')}`;

/** What is stored of it: of so many random bits a plain hash cannot be guessed back. */
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

export function isToken(kind: TokenKind, text: string): boolean {
  return text.startsWith(prefixes[kind]) && /^[\w-]{43}$/.test(text.slice(prefixes[kind].length));
}
