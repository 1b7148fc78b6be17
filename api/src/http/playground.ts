import { existsSync } from 'node:fs';
import serveStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';

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
  await http.register(serveStatic, {
    root: `${root}/assets`,
    prefix: `${path}/assets/`,
    immutable: true,
    maxAge: '365d',
  });
  return (reply) => reply.sendFile('index.html', root, { immutable: false, maxAge: 0 });
}
