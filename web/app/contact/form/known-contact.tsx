import { skipToken } from '@apollo/client/react';
import { UserRoundCheck } from 'lucide-react';
import { useContactsLikeAddressQuery } from '../../generated/graphql';
import { TextLink } from '../../ui/text-link';
import { useDebounced } from '../../ui/use-debounced';

const askAfterMs = 400;

/** As much as it takes to be somebody's, and no more than the API searches for. */
const isAddress = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) && text.length <= 200;

interface KnownContactProps {
  /** As it is being written. */
  email: string;
  /** The company's path. */
  path: string;
}

/** Says that somebody has this address already, before a second contact is made of them. */
export function KnownContact({ email, path }: KnownContactProps) {
  const address = useDebounced(email.trim(), askAfterMs);
  const { data } = useContactsLikeAddressQuery(isAddress(address) ? { variables: { search: address } } : skipToken);
  const known = data?.contacts.nodes.find((contact) => contact.email?.toLowerCase() === address.toLowerCase());
  return (
    <div role="status" className="-mt-3 empty:hidden">
      {known && (
        <p className="flex gap-2 rounded-control bg-warning-soft px-3 py-2 text-detail text-warning-ink">
          <UserRoundCheck aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
          <span>
            {known.name} has this address already.{' '}
            <TextLink to={`${path}/contacts/${known.id}`} className="text-warning-ink">
              Open
              <span className="sr-only"> {known.name}</span>
            </TextLink>
          </span>
        </p>
      )}
    </div>
  );
}
