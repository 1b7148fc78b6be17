import { SearchForm, type SearchFormProps } from '../../ui/search-form';
import { maxSearchLength } from './list-address';

export const searchFieldId = 'contact-search';

type ContactSearchProps = Pick<SearchFormProps, 'search' | 'onSearch' | 'isBusy' | 'className'>;

export const ContactSearch = (props: ContactSearchProps) => (
  <SearchForm
    {...props}
    id={searchFieldId}
    label="Search contacts"
    placeholder="Name, email, phone or company"
    maxLength={maxSearchLength}
  />
);
