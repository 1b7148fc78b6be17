import { parseCookie, stringifySetCookie } from 'cookie';
import { attemptMinutes } from './attempt';

const [secureName, plainName] = ['__Host-atrium-attempt', 'atrium-attempt'] as const;

/** The `Set-Cookie` header that binds a sign-in at a provider to the browser that began it, or that ends this. */
export function attemptCookie(token: string | null, isSecure: boolean): string {
  return stringifySetCookie({
    name: isSecure ? secureName : plainName,
    value: token ?? '',
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure,
    maxAge: token === null ? 0 : attemptMinutes * 60,
  });
}

export function attemptFrom(header: string | undefined, isSecure: boolean): string | null {
  return parseCookie(header ?? '')[isSecure ? secureName : plainName] || null;
}
