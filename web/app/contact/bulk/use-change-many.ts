import { useApolloClient } from '@apollo/client/react';
import { useRef, useState } from 'react';
import { formatCount } from '../../ui/format';
import { useToast } from '../../ui/toaster';
import { type ContactChange, changeMany, type Done, type Many, type Undo, undoMany, type Watch } from './change-many';

export interface Progress {
  done: number;
  /** Of how many; null until they are counted. */
  count: number | null;
}

/** Wherever contacts are counted or listed besides the list itself. */
const affected = ['conversations', 'contactFacets', 'deletedContacts', 'inboxCounts', 'duplicates', 'contact'];

/** Changes some contacts, or all that a list finds, says so, and offers to take back what was done. `onChanged`: reads the list anew. */
export function useChangeMany(onChanged: () => Promise<unknown>) {
  const client = useApolloClient();
  const toast = useToast();
  const [progress, setProgress] = useState<Progress | null>(null);
  const isStopped = useRef(false);

  const run = async (count: number | null, work: (watch: Watch) => Promise<Done>): Promise<Done> => {
    isStopped.current = false;
    setProgress({ done: 0, count });
    const done = await work({
      onProgress: (sent) => setProgress((known) => known && { ...known, done: sent }),
      isStopped: () => isStopped.current,
    });
    for (const fieldName of affected) client.cache.evict({ id: 'ROOT_QUERY', fieldName });
    await onChanged().catch(() => undefined);
    setProgress(null);
    if (done.problems.length > 0) toast({ text: describeProblems(done), tone: 'danger' });
    return done;
  };
  const undo = async (undos: readonly Undo[]) => {
    const count = undos.reduce((sum, { ids }) => sum + ids.length, 0);
    const done = await run(count, (watch) => undoMany(client, undos, watch));
    if (done.count > 0) toast({ text: `Taken back for ${contacts(done.count)}.` });
  };
  /** `words`: what has become of so many. */
  const change = async (many: Many, wanted: ContactChange, count: number | null, words: (who: string) => string) => {
    const done = await run(count, (watch) => changeMany(client, many, wanted, watch));
    if (done.count === 0) return;
    toast({
      text: words(contacts(done.count)),
      ...(done.undo.length > 0 && { action: { label: 'Undo', onSelect: () => void undo(done.undo) } }),
    });
  };
  return {
    change,
    progress,
    stop: () => {
      isStopped.current = true;
    },
  };
}

const contacts = (count: number): string => (count === 1 ? '1 contact' : `${formatCount(count)} contacts`);

function describeProblems({ problems }: Done): string {
  const reasons = [...new Set(problems)].join(' ');
  return `${contacts(problems.length)} could not be changed. ${reasons}`;
}
