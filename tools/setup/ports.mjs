import { createServer } from 'node:net';
import { Failure } from './failure.mjs';

/** Errors: `Failure`, naming the variable to set, where one of the places cannot be listened on. */
export async function requireFree(places) {
  for (const { variable, host, port } of places) {
    await listen(host, port).catch((error) => {
      throw new Failure(
        sentenceFor(error.code, { variable, host, port }) ?? `Port ${port} cannot be used: ${error.message}.`,
      );
    });
  }
}

export const freePort = (host) => listen(host, 0);

function sentenceFor(code, { variable, host, port }) {
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken: end what listens there, or set ${variable} to another one, such as ${variable}=${port + 1}.`;
    case 'EACCES':
      return `Port ${port} needs more rights than this user has: set ${variable} to one above 1023.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `This machine has no address ${host}: set ${variable.replace('PORT', 'HOST')} to one that it has.`;
  }
}

/** Answers the port that was listened on. */
function listen(host, port) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ host, port, exclusive: true }, () => {
      const taken = server.address().port;
      server.close(() => resolve(taken));
    });
  });
}
