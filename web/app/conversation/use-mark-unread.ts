import { useApolloClient } from '@apollo/client/react';
import { formatCount } from '../ui/format';
import { useToast } from '../ui/toaster';

/** As many are written at a time: more would wait at the API's gate, and hold up whatever else the page asks. */
const atATime = 4;

/** Makes conversations unread again, and says so. */
export function useMarkUnread(): (ids: readonly string[]) => Promise<void> {
  const client = useApolloClient();
  const toast = useToast();
  return async (ids) => {
    const writes = await import('./write-unread').catch(() => null);
    if (!writes) return toast({ text: 'Nothing was marked unread: the service does not answer.', tone: 'danger' });
    const problems: (string | null)[] = [];
    for (let at = 0; at < ids.length; at += atATime)
      problems.push(...(await Promise.all(ids.slice(at, at + atATime).map((id) => writes.markUnread(client, id)))));
    const done = problems.filter((problem) => problem === null).length;
    const problem = problems.find((each) => each !== null);
    if (problem) toast({ text: problem, tone: 'danger' });
    if (done === 0) return;
    toast({ text: ids.length === 1 ? 'It is marked unread.' : `${formatCount(done)} are marked unread.` });
    writes.recountUnread(client);
  };
}
