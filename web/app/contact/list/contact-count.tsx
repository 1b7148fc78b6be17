import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { ContactCountDocument } from '../../generated/graphql';
import { useNow } from '../../ui/clock';
import { formatCount, formatPlural } from '../../ui/format';
import { isFiltered, type ListAddress, variablesOf } from './list-address';

/** The list itself counts no further, so that a long one opens as fast as a short one. */
const countedTo = 1_000;

interface ContactCountProps {
  /** With the list; as many as `countedTo` where there may be more. */
  counted: number;
  address: ListAddress;
}

/** How many contacts the list has; of a long one, exactly when somebody wants to know. Give it the list's address as `key`. */
export function ContactCount({ counted, address }: ContactCountProps) {
  const client = useApolloClient();
  const now = useNow();
  const [exact, setExact] = useState<number | 'asked' | null>(null);
  const isPart = address.search !== '' || isFiltered(address);
  const describe = (people: string) => (isPart ? `${people} found` : people);
  if (counted < countedTo) return describe(formatPlural(counted, 'contact'));
  if (typeof exact === 'number') return describe(formatPlural(exact, 'contact'));

  const count = async () => {
    setExact('asked');
    const { orderBy: _, ...variables } = variablesOf(address, now);
    const query = { query: ContactCountDocument, variables, fetchPolicy: 'no-cache' } as const;
    const { data } = await client.query(query).catch(() => ({ data: undefined }));
    setExact(data?.contacts.totalCount ?? null);
  };
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      {describe(`${formatCount(countedTo)} contacts or more`)}
      <button
        type="button"
        aria-busy={exact === 'asked' || undefined}
        onClick={() => exact !== 'asked' && void count()}
        className="rounded-sm text-accent-ink hover:underline aria-busy:animate-pulse"
      >
        Count all
      </button>
    </span>
  );
}
