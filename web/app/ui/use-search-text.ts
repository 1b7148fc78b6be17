import { type RefObject, useEffect, useRef, useState } from 'react';

const settleMs = 250;

interface SearchText {
  text: string;
  setText: (text: string) => void;
  /** Searches at once. */
  flush: () => void;
}

/**
 * The text of a search field whose settled value lives in the address.
 * The address lags behind the typing, so what comes back from it is not written into the field, unless it came from elsewhere: the Back button, a link.
 */
export function useSearchText(
  search: string,
  onSettle: (search: string) => void,
  form: RefObject<HTMLFormElement | null>,
): SearchText {
  const [text, setText] = useState(search);
  const underway = useRef<string[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef({ onSettle, search });
  useEffect(() => {
    latest.current = { onSettle, search };
  });

  useEffect(() => {
    const at = underway.current.indexOf(search);
    if (at >= 0) {
      underway.current.splice(0, at + 1);
      return;
    }
    clearTimeout(timer.current);
    underway.current = [];
    setText(search);
  }, [search]);

  const settle = (next: string) => {
    clearTimeout(timer.current);
    const settled = next.trim();
    if (settled === (underway.current.at(-1) ?? latest.current.search)) return;
    underway.current.push(settled);
    latest.current.onSettle(settled);
  };
  const change = (next: string) => {
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => settle(next), settleMs);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: what was typed before the page's script ran is read once
  useEffect(() => {
    const typed = form.current?.querySelector('input')?.value ?? '';
    if (typed !== search) change(typed);
    return () => clearTimeout(timer.current);
  }, []);

  return { text, setText: change, flush: () => settle(text) };
}
