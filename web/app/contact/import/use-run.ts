import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import type { Import_ImportFragment } from '../../generated/graphql';
import type { KeptFile } from './kept-file';
import { runImport } from './run-import';
import { reasonOf } from './use-dry-run';

export interface RunState {
  isWaiting: boolean;
  error: string | null;
  /** Rows a second, since it began here; null before the first. */
  rate: number | null;
}

/** Brings the rows of an import for as long as it is to go on, from behind the last that is there. */
export function useRun({ id, lastNumber }: Import_ImportFragment, kept: KeptFile | null, isToRun: boolean): RunState {
  const client = useApolloClient();
  const [state, setState] = useState({ isWaiting: false, error: null as string | null });
  const [began, setBegan] = useState<{ at: number; lastNumber: number } | null>(null);
  const known = useRef(lastNumber);
  known.current = lastNumber;

  useEffect(() => {
    if (!kept || !isToRun) return;
    const abort = new AbortController();
    const show = (change: Partial<typeof state>) => {
      if (!abort.signal.aborted) setState((before) => ({ ...before, ...change }));
    };
    show({ isWaiting: false, error: null });
    setBegan({ at: performance.now(), lastNumber: known.current });
    const { file, format, mapping } = kept;
    const order = { file, format, mapping, after: known.current };
    const onWaiting = (isWaiting: boolean) => show({ isWaiting });
    runImport({ client, signal: abort.signal, importId: id, order, onWaiting }).then(
      () => {
        // Lists and counts are read again where they are shown next.
        for (const fieldName of ['contacts', 'contactFacets']) client.cache.evict({ id: 'ROOT_QUERY', fieldName });
      },
      (error: unknown) => show({ error: reasonOf(error) }),
    );
    return () => abort.abort();
  }, [client, id, kept, isToRun]);

  const done = began ? lastNumber - began.lastNumber : 0;
  const seconds = began ? (performance.now() - began.at) / 1_000 : 0;
  return { ...state, rate: done > 0 && seconds > 0 ? done / seconds : null };
}
