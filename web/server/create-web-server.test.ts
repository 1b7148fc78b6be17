/** @jest-environment node */
import http from 'node:http';
import { newWebServer, nowhere } from './testing/servers';

test('a page answers with its own status, for the reader alone', async () => {
  const web = await newWebServer(nowhere);

  const page = await fetch(`${web}/tenant/acme`);
  const missing = await fetch(`${web}/missing`);

  expect(await page.text()).toBe('page /tenant/acme');
  expect(page.headers.get('cache-control')).toBe('private, no-store');
  expect(page.headers.get('x-content-type-options')).toBe('nosniff');
  expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect(missing.status).toBe(404);
});

test('each page gets nonces of its own, which its policy names', async () => {
  const seen: { script: string; style: string }[] = [];
  const renderPage = async (_request: Request, nonces: { script: string; style: string }) => {
    seen.push(nonces);
    return new Response('page');
  };
  const web = await newWebServer(nowhere, {}, renderPage);

  const policies = await Promise.all(
    ['/one', '/two'].map(async (path) => (await fetch(web + path)).headers.get('content-security-policy') ?? ''),
  );

  expect(new Set(seen.flatMap(({ script, style }) => [script, style])).size).toBe(4);
  for (const { script, style } of seen) {
    const policy = policies.find((text) => text.includes(script));
    expect(policy).toContain(`script-src 'self' 'nonce-${script}';`);
    expect(policy).toContain(`style-src 'self' 'nonce-${style}';`);
    expect(policy).not.toContain('unsafe-eval');
  }
});

test.each(['/tenant/acme', '/missing', '/assets/page-abc.js', '/icon.svg', '/healthz'])(
  '%s carries the security headers',
  async (path) => {
    const plain = await fetch((await newWebServer(nowhere)) + path);
    const secure = await fetch((await newWebServer(nowhere, { isSecure: true })) + path);

    expect(Object.fromEntries(plain.headers)).toMatchObject({
      'content-security-policy': expect.stringMatching(
        /^default-src 'self';.*object-src 'none';base-uri 'none';form-action 'self';frame-ancestors 'none'$/,
      ),
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
    });
    expect(plain.headers.get('strict-transport-security')).toBeNull();
    expect(secure.headers.get('strict-transport-security')).toBe('max-age=31536000');
  },
);

test('HEAD answers as GET does, without a body', async () => {
  const web = await newWebServer(nowhere);

  const response = await fetch(`${web}/tenant/acme`, { method: 'HEAD' });

  expect(response.status).toBe(200);
});

test('a page that fails says nothing about why', async () => {
  const log = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const web = await newWebServer(nowhere);

  const response = await fetch(`${web}/broken`);

  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain('secret');
  expect(log).toHaveBeenCalledTimes(1);
  log.mockRestore();
});

test('files named by their content are kept for ever, and sent as compressed at build time', async () => {
  const web = await newWebServer(nowhere);

  const asset = await fetch(`${web}/assets/page-abc.js`, { headers: { 'accept-encoding': 'identity' } });
  const compressed = await fetch(`${web}/assets/page-abc.js`, {
    method: 'HEAD',
    headers: { 'accept-encoding': 'gzip' },
  });
  const icon = await fetch(`${web}/icon.svg`);

  expect(await asset.text()).toBe('original');
  expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(compressed.headers.get('content-encoding')).toBe('gzip');
  expect(icon.headers.get('cache-control')).toBe('public, max-age=3600');
});

test('a page is rendered for the address that it was asked from, whatever the browser says', async () => {
  const web = await newWebServer(nowhere);

  const response = await fetch(`${web}/sender`, { headers: { 'x-forwarded-for': '6.6.6.6' } });

  expect(await response.text()).toBe('127.0.0.1');
});

test('a page of loopback is not read under another name', async () => {
  const web = await newWebServer(nowhere);

  const status = await new Promise((resolve, reject) => {
    const request = http.get(`${web}/tenant/acme`, { headers: { host: 'evil.test' } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    request.on('error', reject);
  });

  expect(status).toBe(421);
});
