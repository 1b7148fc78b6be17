import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

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

/** On every answer; `isSecure`: whether browsers come by https, and shall never come otherwise. */
export async function addSecurityHeaders(http: FastifyInstance, { isSecure }: { isSecure: boolean }): Promise<void> {
  await http.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: dataPolicy },
    strictTransportSecurity: isSecure && { maxAge: yearSeconds, includeSubDomains: false },
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    xFrameOptions: { action: 'deny' },
  });
  http.addHook('onRequest', async (_request, reply) => {
    // Files of the playground say otherwise.
    reply.headers({ 'permissions-policy': permissionsPolicy, 'cache-control': 'no-store' });
  });
}
