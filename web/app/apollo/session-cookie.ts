const names = ['__Host-atrium-session', 'atrium-session'];

/** Of all that a browser sends along, only what says who is signed in; null where nothing does. */
export function sessionCookieIn(header: string | null): string | null {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim());
  return pairs.filter((pair) => names.includes(pair.slice(0, pair.indexOf('=')))).join('; ') || null;
}
