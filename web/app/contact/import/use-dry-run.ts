import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import { statusOf } from '../../apollo/api-error';
import type { OnDuplicate } from '../../generated/graphql';
import type { CsvFormat } from './csv-format';
import type { Mapping } from './row-input';
import { runDry } from './run-import';
import { BatchRefused } from './send-rows';
import { newTally, type Tally } from './tally';

export interface DryRun {
  tally: Tally;
  /** Of the file, from 0 to 1. */
  share: number;
  isDone: boolean;
  isWaiting: boolean;
  error: string | null;
}

export const reasonOf = (error: unknown): string => {
  if (error instanceof BatchRefused) return error.message;
  if (statusOf(error) === 403) return 'You may not import contacts here.';
  return 'The service does not answer as it should. Try again.';
};

/** Goes through a file without writing anything; null before it is asked to. One that is begun anew ends the one before. */
export function useDryRun() {
  const client = useApolloClient();
  const [run, setRun] = useState<DryRun | null>(null);
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);

  const stop = () => {
    abort.current?.abort();
    setRun(null);
  };
  const start = async (file: Blob, format: CsvFormat, mapping: Mapping, onDuplicate: OnDuplicate) => {
    stop();
    const controller = new AbortController();
    abort.current = controller;
    const { signal } = controller;
    let state: DryRun | null = null;
    const show = (change: Partial<DryRun>) => {
      if (signal.aborted) return;
      state = { ...(state as DryRun), ...change };
      setRun(state);
    };
    show({ tally: newTally(), share: 0, isDone: false, isWaiting: false, error: null });
    try {
      const tally = await runDry({
        client,
        signal,
        onDuplicate,
        order: { file, format, mapping, after: 0 },
        onWaiting: (isWaiting) => show({ isWaiting }),
        onProgress: (seen, share) => show({ tally: seen, share }),
      });
      show({ tally, share: 1, isDone: true });
    } catch (error) {
      show({ isDone: true, error: reasonOf(error) });
    }
  };
  return { run, start, stop };
}
