import { startTestApi, type TestApi, testApi } from '../testing/test-api';

const ask = (url: string, path: string, init: RequestInit = {}) => fetch(url + path, { redirect: 'manual', ...init });
const post = (body: string): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body,
});

let secure: Promise<TestApi> | null = null;
const secureApi = () => {
  secure ??= startTestApi({ isSecure: true });
  return secure;
};
afterAll(async () => (await secure)?.stop());

test.each([
  ['an answer', '/graphql', post('{"query":"{ viewer { id } }"}'), 200],
  ['a refused document', '/graphql', post('{"query":"{ nothing }"}'), 200],
  ['bad JSON', '/graphql', post('{'), 400],
  [
    'a forged request',
    '/graphql?query={viewer{id}}',
    { headers: { accept: '*/*', origin: 'https://evil.example' } },
    403,
  ],
  ['an unknown address', '/no/such', {}, 404],
  ['events without a tenant', '/events', {}, 400],
  ['health', '/healthz', {}, 200],
  ['metrics', '/metrics', {}, 200],
])('%s carries the security headers, and stays in no cache', async (_case, path, init, status) => {
  const { url } = await testApi();

  const answer = await ask(url, path, init);

  const { headers } = answer;
  expect(answer.status).toBe(status);
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-security-policy': "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': expect.stringContaining('camera=()'),
    'cache-control': 'no-store',
  });
  expect(headers.get('strict-transport-security')).toBeNull();
});

test('browsers that come by https come by nothing else from then on', async () => {
  const { headers } = await ask((await secureApi()).url, '/healthz');

  expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
});

test('scripts of the playground come from here alone, and none stands in its page', async () => {
  const { url } = await testApi();

  const page = await ask(url, '/graphql', { headers: { accept: 'text/html' } });
  const html = await page.text();
  const [script = ''] = /\/graphql\/assets\/[^"]+\.js/.exec(html) ?? [];
  const file = await ask(url, script);

  for (const { headers } of [page, file]) {
    expect(headers.get('content-security-policy')).toContain("script-src 'self';");
    expect(headers.get('content-security-policy')).not.toContain('unsafe-eval');
  }
  expect(html).not.toMatch(/<script(?![^>]*src=)|<style/);
  expect(file.headers.get('cache-control')).toContain('immutable');
});
