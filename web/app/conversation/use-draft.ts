import { useEffect, useState } from 'react';
import { readSessionText, writeSessionText } from './session-text';

/** What is written and not sent yet, kept for each conversation over reloads and visits elsewhere. */
export function useDraft(conversationId: string): [text: string, setText: (text: string) => void] {
  const key = `draft:${conversationId}`;
  const [text, setText] = useState('');
  // After hydration, since the server knows no drafts.
  useEffect(() => {
    const kept = readSessionText(key);
    if (kept) setText((written) => written || kept);
  }, [key]);
  return [
    text,
    (next) => {
      setText(next);
      writeSessionText(key, next);
    },
  ];
}
