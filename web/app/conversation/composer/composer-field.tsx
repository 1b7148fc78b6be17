import {
  type ComponentProps,
  type KeyboardEvent,
  Suspense,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { lazyPart } from '../../ui/lazy-part';
import type { TakeKey } from './suggestion-list';
import { replaceToken, type TokenKind, tokenBefore } from './token';

const Suggestions = lazyPart(() => import('./suggestions').then((parts) => parts.Suggestions));

interface ComposerFieldProps extends Omit<ComponentProps<'textarea'>, 'value' | 'onChange' | 'ref'> {
  ref: React.RefObject<HTMLTextAreaElement | null>;
  text: string;
  onText: (text: string) => void;
  /** What lists it opens. */
  kinds: readonly TokenKind[];
  contactName: string;
  onEnter: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
  onLeave: () => void;
}

/** Grows with its text; after `@` or `/` it opens a list of what may be meant. */
export function ComposerField({
  ref,
  text,
  onText,
  kinds,
  contactName,
  onEnter,
  onLeave,
  ...props
}: ComposerFieldProps) {
  const listId = useId();
  const takeKey = useRef<TakeKey>(null);
  const [cursor, setCursor] = useState<number | null>(null);
  const [dismissedAt, setDismissedAt] = useState<number | null>(null);
  const [highlightedId, setHighlightedId] = useState<string | null>(null);
  const moveTo = useRef<number>(null);
  const token = cursor === null ? null : tokenBefore(text, cursor, kinds);
  const isOpen = token !== null && token.start !== dismissedAt;
  useGrowingField(ref, text);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the cursor goes behind what was inserted as soon as that stands in the field
  useLayoutEffect(() => {
    if (moveTo.current === null) return;
    ref.current?.setSelectionRange(moveTo.current, moveTo.current);
    moveTo.current = null;
  }, [text, ref]);

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (isComposing(event)) return;
    if (isOpen && takeKey.current?.(event)) event.preventDefault();
    else if (event.key === 'Enter') onEnter(event);
    else if (event.key === 'Escape') {
      // One press does one thing: what else it would do on the page takes another.
      event.stopPropagation();
      onLeave();
    }
  };
  const choose = (inserted: string) => {
    if (!token) return;
    const next = replaceToken(text, token, `${inserted} `);
    moveTo.current = next.cursor;
    setCursor(null);
    onText(next.text);
    ref.current?.focus();
  };
  const look = ({ selectionStart, selectionEnd }: HTMLTextAreaElement) =>
    setCursor(selectionStart === selectionEnd ? selectionStart : null);
  return (
    <>
      <textarea
        {...props}
        ref={ref}
        rows={1}
        value={text}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={isOpen && highlightedId ? listId : undefined}
        aria-activedescendant={(isOpen && highlightedId) || undefined}
        onKeyDown={onKeyDown}
        onChange={({ target }) => {
          setDismissedAt(null);
          look(target);
          onText(target.value);
        }}
        onSelect={({ currentTarget }) => cursor !== null && look(currentTarget)}
        // What the list says may hold a link.
        onBlur={({ currentTarget, relatedTarget }) => !currentTarget.form?.contains(relatedTarget) && setCursor(null)}
        className="field-sizing-content max-h-48 min-h-11 resize-none bg-transparent px-3.5 pt-2.5 pb-1 text-reading leading-reading outline-none max-sm:text-base"
      />
      {isOpen && (
        <Suspense fallback={null}>
          <Suggestions
            token={token}
            contactName={contactName}
            listId={listId}
            keys={takeKey}
            onHighlight={setHighlightedId}
            onChoose={({ inserted }) => choose(inserted)}
            onDismiss={() => setDismissedAt(token.start)}
          />
        </Suspense>
      )}
    </>
  );
}

/** Enter also ends the choice of a character in Japanese, Chinese or Korean; Safari tells so by key code 229 only. */
const isComposing = ({ nativeEvent }: KeyboardEvent): boolean => nativeEvent.isComposing || nativeEvent.keyCode === 229;

/** Does by script what `field-sizing: content` does in the browsers that know it. */
function useGrowingField(field: React.RefObject<HTMLTextAreaElement | null>, text: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text
  useEffect(() => {
    const element = field.current;
    if (!element || globalThis.CSS?.supports?.('field-sizing', 'content')) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight}px`;
  }, [field, text]);
}
