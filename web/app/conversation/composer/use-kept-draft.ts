import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { SaveDraftDocument } from '../../generated/graphql';
import { agreedKey, draftKey } from '../../outbox/drafts';
import { useAreDraftsLoaded, useDraft } from '../../outbox/provider';
import { maxLength } from './composer-state';
import { mergeDrafts } from './merge-drafts';

/** What is typed is kept when it has stood still for so long. */
const settleMs = 1_000;

interface KeptDraftOptions {
  conversationId: string;
  isNote: boolean;
  /** What the API keeps, from whichever device. */
  kept: string | null;
  draft: ReturnType<typeof useDraft>;
}

/** Keeps a draft with the API as well as in this browser; of two that differ, the newer shows. */
export function useKeptDraft({ conversationId, isNote, kept, draft: [text, setText] }: KeptDraftOptions): void {
  const client = useApolloClient();
  const isLoaded = useAreDraftsLoaded();
  const [agreed, setAgreed] = useDraft(agreedKey(draftKey(conversationId, isNote)));
  const local = text.trim() === '' ? '' : text;
  const saving = useRef<Promise<unknown>>(Promise.resolve());

  // biome-ignore lint/correctness/useExhaustiveDependencies: only what comes from the API is compared with what stands here
  useEffect(() => {
    if (!isLoaded) return;
    const newer = mergeDrafts({ local, kept: kept ?? '', agreed });
    if (newer !== local) setText(newer);
    if (agreed !== (kept ?? '')) setAgreed(kept ?? '');
  }, [isLoaded, kept]);

  const isDue = isLoaded && local !== agreed && local.length <= maxLength;
  const save = () => {
    const send = () =>
      client.mutate({
        mutation: SaveDraftDocument,
        variables: { input: { conversationId, isNote, content: local || null }, isNote },
        // Before what the API keeps is seen to have changed.
        update: (_, { data }) => data?.saveDraft.conversation && setAgreed(local),
      });
    // In order: an older text must not come last. One that failed is tried with the next change.
    saving.current = saving.current.then(send).catch(() => undefined);
  };
  const latest = useRef({ isDue, save });
  useEffect(() => {
    latest.current = { isDue, save };
  });
  useEffect(() => {
    if (!isDue) return;
    const timer = setTimeout(() => latest.current.save(), local === '' ? 0 : settleMs);
    return () => clearTimeout(timer);
  }, [isDue, local]);
  // Whoever leaves the thread has stopped typing.
  useEffect(
    () => () => {
      if (latest.current.isDue) latest.current.save();
    },
    [],
  );
}
