import helmet from '@fastify/helmet';

/**
 * Of pages and of all else that comes from here. What `/graphql` answers has the API's own, which replace these.
 * Attributes of style may stand in the page: charts and the kit's components write sizes there while the server renders, where no nonce
 * can cover them. They run nothing, and can fetch nothing from elsewhere; elements of style need the nonce.
 */
const directives = {
  'default-src': ["'self'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'style-src-attr': ["'unsafe-inline'"],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
};

/** Nothing here uses any of them. */
const permissionsPolicy = ['camera', 'geolocation', 'microphone', 'payment', 'usb']
  .map((name) => `${name}=()`)
  .join(', ');

const yearSeconds = 31_536_000;

/** `isSecure`: whether browsers come by https, and shall never come otherwise. */
export async function addSecurityHeaders(app, { isSecure }) {
  await app.register(helmet, {
    enableCSPNonces: true,
    contentSecurityPolicy: { useDefaults: false, directives },
    strictTransportSecurity: isSecure && { maxAge: yearSeconds, includeSubDomains: false },
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    xFrameOptions: { action: 'deny' },
  });
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('permissions-policy', permissionsPolicy);
  });
}
