import { ApolloLink, Observable, ServerError } from '@apollo/client';
import { print } from '@apollo/client/utilities';

/** As much of `fetch` as is used. */
type Send = (
  uri: string,
  post: { method: 'POST'; headers: Record<string, string>; body: string; signal: AbortSignal },
) => Promise<Response>;

interface Options {
  uri: string;
  headers?: Record<string, string>;
  fetch?: Send;
}

/**
 * An operation as one POST, and its answer. Apollo's own link does this too, and GET, multipart answers and awareness of clients:
 * an eightieth of the sign-in page's program, for what nothing here asks for.
 * Errors: `ServerError` for what is no answer of GraphQL; what `fetch` throws, and the reason of the context's `fetchOptions.signal`.
 */
export const createHttpLink = ({ uri, headers = {}, fetch: send = (...args) => fetch(...args) }: Options): ApolloLink =>
  new ApolloLink(
    ({ query, operationName, variables, getContext }) =>
      new Observable((observer) => {
        const stop = new AbortController();
        const signal: AbortSignal | undefined = getContext()['fetchOptions']?.signal;
        const giveUp = () => stop.abort(signal?.reason);
        if (signal?.aborted) giveUp();
        signal?.addEventListener('abort', giveUp, { once: true });
        send(uri, {
          method: 'POST',
          headers: { accept, 'content-type': 'application/json', ...headers },
          body: JSON.stringify({ operationName, variables, query: print(query) }),
          signal: stop.signal,
        })
          .then(readAnswer)
          .then(
            (answer) => {
              observer.next(answer);
              observer.complete();
            },
            (error: unknown) => observer.error(error),
          );
        return () => {
          signal?.removeEventListener('abort', giveUp);
          stop.abort();
        };
      }),
  );

const graphqlJson = 'application/graphql-response+json';
const accept = `${graphqlJson},application/json;q=0.9`;

/** With its own media type, an answer of any status is GraphQL's; without, whoever stands before the API may have written it. */
async function readAnswer(response: Response): Promise<ApolloLink.Result> {
  const bodyText = await response.text();
  const isGraphql = response.ok || response.headers.get('content-type')?.includes(graphqlJson);
  const answer = isGraphql ? parseObject(bodyText) : null;
  if (answer && ('data' in answer || 'errors' in answer)) return answer as ApolloLink.Result;
  throw new ServerError(`Expected an answer of GraphQL, got status ${response.status}.`, { response, bodyText });
}

function parseObject(text: string): object | null {
  try {
    return Object(JSON.parse(text));
  } catch {
    return null;
  }
}
