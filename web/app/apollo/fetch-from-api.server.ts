import http from 'node:http';
import https from 'node:https';

const agents = { 'http:': new http.Agent({ keepAlive: true }), 'https:': new https.Agent({ keepAlive: true }) };

interface Post {
  headers: Record<string, string>;
  body: string;
  signal: AbortSignal;
}

/**
 * What `fetch` does for a read of the API, over Node's own client: `fetch` makes streams, headers and signals of its own for each, which
 * cost a page more than the reading of its data.
 * Errors: as `fetch`: a TypeError where nobody answers, with the reason as its cause, and the signal's reason.
 */
export async function fetchFromApi(url: string, post: Post): Promise<Response> {
  try {
    return await send(url, post);
  } catch (error) {
    if (post.signal.aborted) throw post.signal.reason;
    // The API may end a connection that it has kept in the moment in which it is used again. A read may be sent twice.
    if (error instanceof StaleConnection) return fetchFromApi(url, post);
    throw new TypeError('The API cannot be reached.', { cause: error });
  }
}

class StaleConnection extends Error {}

const send = (address: string, { headers, body, signal }: Post) =>
  new Promise<Response>((answer, fail) => {
    const url = new URL(address);
    const isSecure = url.protocol === 'https:';
    const request = (isSecure ? https : http).request(url, {
      method: 'POST',
      agent: agents[isSecure ? 'https:' : 'http:'],
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      signal,
    });
    request.on('error', (error) => fail(request.reusedSocket && !signal.aborted ? new StaleConnection() : error));
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', fail);
      response.on('end', () =>
        answer(
          new Response(Buffer.concat(chunks), {
            status: response.statusCode ?? 500,
            headers: { 'content-type': response.headers['content-type'] ?? '' },
          }),
        ),
      );
    });
    request.end(body);
  });
