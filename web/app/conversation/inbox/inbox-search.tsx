import { useActions } from '../../actions/provider';
import { SearchForm, type SearchFormProps } from '../../ui/search-form';
import { maxSearchLength } from './inbox-address';

const searchFieldId = 'inbox-search';

export function InboxSearch(props: Pick<SearchFormProps, 'search' | 'onSearch' | 'isBusy'>) {
  useActions({ 'list.search': () => document.getElementById(searchFieldId)?.focus() });
  return (
    <SearchForm
      {...props}
      id={searchFieldId}
      label="Search conversations"
      placeholder="Subject, words or contact"
      maxLength={maxSearchLength}
      className="shrink-0 border-line border-b px-3 py-2"
    />
  );
}
