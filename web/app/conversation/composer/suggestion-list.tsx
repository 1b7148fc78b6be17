import { type KeyboardEvent, type ReactNode, type Ref, useEffect, useImperativeHandle, useState } from 'react';
import { classNames } from '../../ui/class-names';
import { formatCount } from '../../ui/format';

export interface Suggestion {
  id: string;
  words: string;
  hint?: string;
  icon: ReactNode;
  /** What stands in the text when it is chosen. */
  inserted: string;
}

/** Takes a key of the field's; answers whether it was meant for the list. */
export type TakeKey = (event: KeyboardEvent) => boolean;

export interface ListWiring {
  listId: string;
  keys: Ref<TakeKey | null>;
  /** Hears the id of the highlighted option, for the field to name; null where there is none. */
  onHighlight: (optionId: string | null) => void;
  onChoose: (suggestion: Suggestion) => void;
  onDismiss: () => void;
}

interface SuggestionListProps extends ListWiring {
  label: string;
  items: readonly Suggestion[];
  /** In the list's place where nothing fits. */
  empty?: ReactNode;
  /** What fits is not known yet: Enter waits for it. */
  isLoading?: boolean;
}

/**
 * What fits what is being typed. The focus stays in the field, whose arrows, Enter, Tab and Escape come here: a field of several lines is no
 * combobox to assistive technology, but names the list and its highlighted option like one.
 */
export function SuggestionList(props: SuggestionListProps) {
  const { label, items, empty, isLoading = false, listId, keys, onHighlight, onChoose, onDismiss } = props;
  const [index, setIndex] = useState(0);
  const at = Math.min(index, items.length - 1);
  const highlighted = items[at];
  const highlightedId = highlighted ? optionId(listId, highlighted) : null;
  useEffect(() => {
    onHighlight(highlightedId);
    return () => onHighlight(null);
  }, [highlightedId, onHighlight]);
  useEffect(() => {
    if (highlightedId) document.getElementById(highlightedId)?.scrollIntoView({ block: 'nearest' });
  }, [highlightedId]);
  useImperativeHandle<TakeKey | null, TakeKey | null>(keys, () => ({ key, shiftKey }) => {
    const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
    if (key === 'Escape') onDismiss();
    else if (!highlighted) return isLoading && key === 'Enter';
    else if (step !== 0) setIndex((at + step + items.length) % items.length);
    else if ((key === 'Enter' || key === 'Tab') && !shiftKey) onChoose(highlighted);
    else return false;
    return true;
  });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a press leaves the focus in the field
    <div
      onMouseDown={(event) => event.preventDefault()}
      className="absolute inset-x-3 bottom-full z-20 mb-1 max-h-96 animate-appear overflow-y-auto rounded-control border border-line bg-raised p-1 shadow-raised"
    >
      <p role="status" className="sr-only">
        {items.length === 0 ? 'Nothing fits.' : `${formatCount(items.length)} fit. Arrows choose, Enter inserts.`}
      </p>
      {items.length === 0 && empty}
      <div id={listId} role="listbox" tabIndex={-1} aria-label={label}>
        {items.map((item) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
          <div
            key={item.id}
            id={optionId(listId, item)}
            role="option"
            tabIndex={-1}
            aria-selected={item === highlighted}
            onClick={() => onChoose(item)}
            className={classNames(
              'flex min-h-9 cursor-default select-none items-center gap-2.5 rounded-sm px-2.5 py-1 max-md:min-h-11 [&>svg]:size-4 [&>svg]:shrink-0 [&>svg]:text-ink-muted',
              item === highlighted ? 'bg-sunken' : 'hover:bg-hover',
            )}
          >
            {item.icon}
            <span className="max-w-[60%] shrink-0 truncate text-ink">{item.words}</span>
            <span className="min-w-0 flex-1 truncate text-detail text-ink-muted">{item.hint}</span>
          </div>
        ))}
      </div>
    </div>
  );
}

const optionId = (listId: string, { id }: Suggestion): string => `${listId}-${id}`;
