import { existsSync } from 'node:fs';
import serveStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { playgroundPolicy } from './security-headers';

/** A browser's address bar asks for HTML; programs do not. */
export function wantsPage(accept: string | undefined): boolean {
  return (accept ?? '').includes('text/html');
}

/** The built playground's files, below the GraphQL endpoint. Shape: what answers a browser with its page. */
export async function addPlayground(
  http: FastifyInstance,
  root: string,
  path: string,
): Promise<(reply: FastifyReply) => FastifyReply> {
  if (!existsSync(`${root}/index.html`)) {
    return (reply) =>
      reply.code(404).type('text/plain').send('The playground is not built: npm run build builds it.\n');
  }
  const prefix = `${path}/assets/`;
  await http.register(serveStatic, { root: `${root}/assets`, prefix, immutable: true, maxAge: '365d' });
  // A worker goes by the policy of its own file.
  http.addHook('onRequest', (request, reply, next) => {
    if (request.url.startsWith(prefix)) reply.header('content-security-policy', playgroundPolicy);
    next();
  });
  return (reply) =>
    reply
      .header('content-security-policy', playgroundPolicy)
      .sendFile('index.html', root, { immutable: false, maxAge: 0 });
}
