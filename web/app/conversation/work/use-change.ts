import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import type { Work_ConversationFragment } from '../../generated/graphql';
import { formatCount } from '../../ui/format';
import { useToast } from '../../ui/toaster';
import { useOwnChanges } from '../own-changes';
import type { Part, WorkChange } from './work-change';
import type { Written } from './write-parts';

const notLoaded = 'The service does not answer.';

export interface Progress {
  done: number;
  count: number;
}

/** Comes with the first change: its documents are much of what a page would load. */
const loadWriter = () =>
  import('./write-parts').then(
    ({ writeParts }) => writeParts,
    () => null,
  );

/** Makes something of conversations, says so, and offers to put them all back as they were. Words: for one that is done, and for that many. */
export function useChange() {
  const client = useApolloClient();
  const toast = useToast();
  const tellOfChange = useOwnChanges();
  const [progress, setProgress] = useState<Progress | null>(null);

  const write = async (parts: readonly Part[]): Promise<Written> => {
    const count = parts.reduce((sum, { conversations }) => sum + conversations.length, 0);
    setProgress({ done: 0, count });
    const writeParts = await loadWriter();
    const written = writeParts
      ? await writeParts(client, parts, (done) => setProgress({ done, count }))
      : { now: [], undo: [], problems: Array.from({ length: count }, () => notLoaded) };
    setProgress(null);
    tellOfChange(written.now);
    if (written.problems.length > 0) toast({ text: describeProblems(written.problems, count), tone: 'danger' });
    return written;
  };

  const change = async (
    conversations: readonly Work_ConversationFragment[],
    wanted: WorkChange,
    words: { one: string; many: (count: string) => string },
  ): Promise<void> => {
    const { now, undo } = await write([{ conversations, change: wanted }]);
    if (now.length === 0) return;
    toast({
      text: conversations.length === 1 ? words.one : words.many(formatCount(now.length)),
      ...(undo.length > 0 && { action: { label: 'Undo', onSelect: () => void write(undo) } }),
    });
  };
  return { change, isChanging: progress !== null, progress };
}

function describeProblems(problems: readonly string[], count: number): string {
  const reasons = [...new Set(problems)].join(' ');
  if (count === 1) return `Nothing was changed. ${reasons}`;
  return `${formatCount(problems.length)} of ${formatCount(count)} were not changed. ${reasons}`;
}
