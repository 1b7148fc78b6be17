import { useRef } from 'react';
import { SearchField } from '../../ui/search-field';
import { maxSearchLength } from './list-address';
import { useSearchText } from './use-search-text';

export const searchFieldId = 'contact-search';

interface ContactSearchProps {
  search: string;
  onSearch: (search: string) => void;
  isBusy: boolean;
  className?: string;
}

/** A form, so that Enter searches at once, and searches at all where the page's script has not run yet. */
export function ContactSearch({ search, onSearch, isBusy, className }: ContactSearchProps) {
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
      <SearchField
        id={searchFieldId}
        name="q"
        label="Search contacts"
        placeholder="Name, e-mail, phone or company"
        aria-keyshortcuts="/"
        maxLength={maxSearchLength}
        value={text}
        onChange={setText}
        isBusy={isBusy}
      />
    </form>
  );
}
