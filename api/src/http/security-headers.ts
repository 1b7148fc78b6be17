import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import helmet from 'helmet';

/** Of what is no page: nothing in it runs, whatever a browser takes it for. */
const dataPolicy = {
  'default-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
};

/** The editor makes its style elements and attributes by script, without a nonce; its fonts and images are within its stylesheet. */
export const playgroundPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Nothing here uses any of them. */
const permissionsPolicy = ['camera', 'geolocation', 'microphone', 'payment', 'usb']
  .map((name) => `${name}=()`)
  .join(', ');

const yearSeconds = 31_536_000;

/** On every answer, but where files of the playground say otherwise; `isSecure`: whether browsers come by https, and shall never come otherwise. */
export function addSecurityHeaders(http: FastifyInstance, { isSecure }: { isSecure: boolean }): void {
  const headers = { ...helmetHeaders(isSecure), 'permissions-policy': permissionsPolicy, 'cache-control': 'no-store' };
  http.addHook('onRequest', (_request, reply, next) => {
    reply.headers(headers);
    next();
  });
}

/** What Helmet says of any answer is the same of all: it is asked once. */
function helmetHeaders(isSecure: boolean): Record<string, string> {
  const headers: Record<string, string> = {};
  const setHeader = (name: string, value: string) => {
    headers[name.toLowerCase()] = value;
  };
  const say = helmet({
    contentSecurityPolicy: { useDefaults: false, directives: dataPolicy },
    strictTransportSecurity: isSecure && { maxAge: yearSeconds, includeSubDomains: false },
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    xFrameOptions: { action: 'deny' },
  });
  say(
    {} as IncomingMessage,
    { setHeader, removeHeader: () => undefined } as unknown as ServerResponse,
    () => undefined,
  );
  return headers;
}
