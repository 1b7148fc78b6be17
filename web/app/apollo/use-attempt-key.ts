import { useRef } from 'react';
import { newIdempotencyKey } from './idempotency-key';

/**
 * Gives the key of an attempt to write these entries, the same for as long as they stay:
 * a second try after a lost answer must not write a second time.
 */
export function useAttemptKey(): (entries: unknown) => string {
  const attempt = useRef<{ entries: string; key: string }>(null);
  return (entries) => {
    const text = JSON.stringify(entries);
    if (attempt.current?.entries !== text) attempt.current = { entries: text, key: newIdempotencyKey() };
    return attempt.current.key;
  };
}
