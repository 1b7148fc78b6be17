import { stringifySetCookie } from 'cookie';

/** `__Host-` binds it to this very host and to TLS; browsers refuse that name without. */
const [secureName, plainName] = ['__Host-atrium-session', 'atrium-session'] as const;

export const sessionCookieNames = [secureName, plainName] as const;

const maxAgeSeconds = 30 * 24 * 60 * 60;

/** The `Set-Cookie` header that gives a browser its session, or takes it away. No script can read it, no other site can send it along. */
export function sessionCookie(token: string | null, isSecure: boolean): string {
  return stringifySetCookie({
    name: isSecure ? secureName : plainName,
    value: token ?? '',
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure,
    maxAge: token === null ? 0 : maxAgeSeconds,
  });
}
