import { type ComponentProps, useRef } from 'react';
import { SearchField } from './search-field';
import { useSearchText } from './use-search-text';

export interface SearchFormProps
  extends Pick<ComponentProps<typeof SearchField>, 'id' | 'label' | 'placeholder' | 'maxLength' | 'isBusy'> {
  search: string;
  onSearch: (search: string) => void;
  className?: string | undefined;
}

/**
 * What searches a list, as one types. A form, so that Enter searches at once, and searches at all where the page's script has not run yet:
 * by `?q=`.
 */
export function SearchForm({ search, onSearch, className, ...field }: SearchFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const { text, setText, flush } = useSearchText(search, onSearch, form);
  return (
    // biome-ignore lint/a11y/useSemanticElements: React complains of <search> where the DOM does not know it yet
    <form
      ref={form}
      role="search"
      className={className}
      onSubmit={(event) => {
        event.preventDefault();
        flush();
      }}
    >
      <SearchField {...field} name="q" aria-keyshortcuts="/" value={text} onChange={setText} />
    </form>
  );
}
