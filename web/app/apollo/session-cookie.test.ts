import { sessionCookieIn } from './session-cookie';

test('only the session is passed on', () => {
  expect(sessionCookieIn('theme=dark; atrium-session=abc; other=1')).toBe('atrium-session=abc');
  expect(sessionCookieIn('__Host-atrium-session=abc=')).toBe('__Host-atrium-session=abc=');
  expect(sessionCookieIn('not-atrium-session=abc; atrium-session')).toBeNull();
  expect(sessionCookieIn(null)).toBeNull();
});
