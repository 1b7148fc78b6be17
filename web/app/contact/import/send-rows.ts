import type { ApolloClient } from '@apollo/client';
import { statusOf } from '../../apollo/api-error';
import {
  Import_ImportFragmentDoc,
  ImportContactsDocument,
  type ImportContactsInput,
  type ImportContactsMutation,
} from '../../generated/graphql';

type Answer = NonNullable<ImportContactsMutation['importContacts']>;

/** Units: milliseconds. */
const [firstPause, longestPause] = [500, 15_000];
const mostFailures = 5;

/** The API says that the batch as a whole cannot be taken, in a sentence for people. */
export class BatchRefused extends Error {}

interface Sending {
  client: ApolloClient;
  signal: AbortSignal;
  /** Whether the API is waited for. */
  onWaiting: (isWaiting: boolean) => void;
}

/**
 * Sends a batch until it is answered: what was written already is not written again.
 * Errors: `BatchRefused`; whatever the API says of who asks; an `AbortError`.
 */
export async function sendRows(input: ImportContactsInput, { client, signal, onWaiting }: Sending): Promise<Answer> {
  for (let failures = 0; ; ) {
    signal.throwIfAborted();
    try {
      const { data } = await client.mutate({
        mutation: ImportContactsDocument,
        variables: { input },
        // Of hundreds of results, no page reads any from the cache.
        fetchPolicy: 'no-cache',
      });
      const answer = data?.importContacts;
      const [error] = answer?.userErrors ?? [];
      if (error) throw new BatchRefused(error.message);
      if (answer?.results) {
        if (answer.import) showProgress(client, answer.import);
        onWaiting(false);
        return answer;
      }
    } catch (error) {
      if (error instanceof BatchRefused) throw error;
      const status = statusOf(error);
      const isBusy = status === 429 || status === 503;
      failures += isBusy ? 0 : 1;
      if (status < 429 || failures > mostFailures) throw error;
    }
    onWaiting(true);
    await pause(Math.min(firstPause * 2 ** failures * (1 + Math.random()), longestPause), signal);
  }
}

const showProgress = ({ cache }: ApolloClient, data: NonNullable<Answer['import']>): unknown =>
  cache.writeFragment({
    id: cache.identify({ ...data }) ?? '',
    fragment: Import_ImportFragmentDoc,
    fragmentName: 'Import_import',
    data,
  });

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
