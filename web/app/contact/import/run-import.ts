import type { ApolloClient } from '@apollo/client';
import type { OnDuplicate } from '../../generated/graphql';
import type { ReadOrder } from './file-worker';
import { readFile } from './read-file';
import type { Mapping } from './row-input';
import { SeenRows } from './seen-rows';
import { sendRows } from './send-rows';
import { addTo, newTally, type Tally } from './tally';

interface Run {
  client: ApolloClient;
  signal: AbortSignal;
  onWaiting: (isWaiting: boolean) => void;
}

interface DryRun extends Run {
  order: ReadOrder & { mapping: Mapping };
  onDuplicate: OnDuplicate;
  /** Of the file, from 0 to 1. */
  onProgress: (tally: Tally, share: number) => void;
}

/** What would become of each row. Errors: those of `sendRows`. */
export async function runDry({ order, onDuplicate, onProgress, ...sending }: DryRun): Promise<Tally> {
  const [seen, tally] = [new SeenRows(onDuplicate), newTally()];
  for await (const { rows, bytes } of readFile(order)) {
    sending.signal.throwIfAborted();
    const { results } =
      rows.length > 0 ? await sendRows({ rows, onDuplicate, isDryRun: true }, sending) : { results: [] };
    for (const [index, result] of (results ?? []).entries()) {
      const row = rows[index];
      if (row) addTo(tally, seen.outcomeOf(row, result.outcome), row, result);
    }
    onProgress(tally, bytes / Math.max(order.file.size, 1));
  }
  return tally;
}

interface RealRun extends Run {
  importId: string;
  order: ReadOrder & { mapping: Mapping };
}

/** Brings what follows on `order.after`, to the last row. The cache has how far it is. Errors: those of `sendRows`. */
export async function runImport({ importId, order, ...sending }: RealRun): Promise<void> {
  for await (const { rows } of readFile(order)) {
    sending.signal.throwIfAborted();
    if (rows.length > 0) await sendRows({ importId, rows, isDryRun: false }, sending);
  }
}
