/** @jest-environment node */
import { readEnv } from './env.mjs';

const refuse = (sentence: string): never => {
  throw new Error(sentence);
};

test('without settings the web serves loopback and asks the API beside it', () => {
  expect(readEnv({}, refuse)).toEqual({
    host: '127.0.0.1',
    port: 5173,
    apiOrigin: 'http://127.0.0.1:3000',
    isSecure: false,
    trustedProxies: [],
    allowedHosts: ['localhost', '127.0.0.1', '::1', '[::1]'],
  });
});

test('settings are taken as given', () => {
  const env = {
    WEB_HOST: '0.0.0.0',
    ATRIUM_ORIGIN: 'https://crm.example',
    WEB_PORT: '8080',
    API_ORIGIN: 'https://api.example.com/',
    TRUSTED_PROXIES: '10.0.0.0/8, uniquelocal',
  };

  expect(readEnv(env, refuse)).toEqual({
    host: '0.0.0.0',
    port: 8080,
    apiOrigin: 'https://api.example.com',
    isSecure: true,
    trustedProxies: ['10.0.0.0/8', 'uniquelocal'],
    allowedHosts: ['localhost', '127.0.0.1', '::1', '[::1]', 'crm.example'],
  });
});

test.each([
  [{ WEB_HOST: '0.0.0.0' }, 'ATRIUM_ORIGIN must be the https address of the web client'],
  [{ WEB_HOST: '0.0.0.0', ATRIUM_ORIGIN: 'http://crm.example' }, 'http is for localhost alone'],
  [{ TRUSTED_PROXIES: 'caddy' }, 'TRUSTED_PROXIES must be addresses or subnets such as 10.0.0.0/8, or uniquelocal'],
  [{ WEB_PORT: 'abc' }, 'WEB_PORT must be a port from 0 to 65535; it is "abc".'],
  [{ WEB_PORT: '70000' }, 'WEB_PORT must be a port from 0 to 65535; it is "70000".'],
  [
    { API_ORIGIN: 'localhost:3000' },
    'API_ORIGIN must be an address such as http://127.0.0.1:3000, without a path; it is "localhost:3000".',
  ],
  [
    { API_ORIGIN: 'http://x/graphql' },
    'API_ORIGIN must be an address such as http://127.0.0.1:3000, without a path; it is "http://x/graphql".',
  ],
])('%j is refused with a sentence', (env, sentence) => {
  expect(() => readEnv(env, refuse)).toThrow(sentence);
});

test('a web server on another loopback address answers to it, and brackets are not listened on', () => {
  const second = readEnv({ WEB_HOST: '127.0.0.2' }, refuse);
  const bracketed = readEnv({ WEB_HOST: '[::1]' }, refuse);

  expect(second.allowedHosts).toEqual(['localhost', '127.0.0.1', '::1', '[::1]', '127.0.0.2']);
  expect(bracketed.host).toBe('::1');
});
