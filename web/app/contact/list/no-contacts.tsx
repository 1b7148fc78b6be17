import { SearchX, UserPlus, Users } from 'lucide-react';
import { IfMay } from '../../access/permissions';
import { Button, LinkButton } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { statusOptions } from './contact-status';
import { createdPeriods, isFiltered, type ListAddress, withoutFilters } from './list-address';

interface NoContactsProps {
  address: ListAddress;
  /** Of the company. */
  path: string;
  onChange: (address: ListAddress) => void;
}

/** Nothing to list: because nothing is there yet, or because the search or a filter leaves nothing. */
export function NoContacts({ address, path, onChange }: NoContactsProps) {
  const { search } = address;
  if (!search && !isFiltered(address)) {
    return (
      <EmptyState
        icon={<Users />}
        title="No contacts yet"
        action={
          <IfMay permission="contacts:write">
            <LinkButton to={`${path}/contacts/new`} variant="primary" icon={<UserPlus aria-hidden="true" />}>
              Create the first contact
            </LinkButton>
            <LinkButton to={`${path}/contacts/import`}>Import contacts</LinkButton>
          </IfMay>
        }
      >
        A contact is a person you talk to. Each starts with a conversation.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<SearchX />}
      title={search ? `No contact matches “${search}”` : 'No contact matches these filters'}
      action={
        <>
          {isFiltered(address) && <Button onClick={() => onChange(withoutFilters(address))}>Clear filters</Button>}
          {search && <Button onClick={() => onChange({ ...address, search: '' })}>Clear search</Button>}
        </>
      }
    >
      {isFiltered(address)
        ? `Shown are only contacts with ${describeFilters(address)}.`
        : 'The search looks at names, email addresses, phone numbers and companies.'}
    </EmptyState>
  );
}

function describeFilters({ sources, companies, statuses, created, fields }: ListAddress): string {
  const statusNames = statusOptions
    .filter(({ value }) => statuses.includes(value))
    .map(({ label }) => label.toLowerCase());
  const parts = [
    sources.length > 0 && `source ${sources.join(' or ')}`,
    companies.length > 0 && `company ${companies.join(' or ')}`,
    statuses.length > 0 && `a conversation that is ${statusNames.join(' or ')}`,
    ...Object.entries(fields).map(([key, values]) => `${key.replaceAll('_', ' ')} ${values.join(' or ')}`),
    created && `a creation in the ${createdPeriods[created].toLowerCase()}`,
  ];
  return parts.filter(Boolean).join(', ');
}
