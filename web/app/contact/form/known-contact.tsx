import { UserRoundCheck } from 'lucide-react';
import { TextLink } from '../../ui/text-link';
import type { ReachFieldName } from './use-known-contact';

interface KnownContactProps {
  contact: { id: string; name: string };
  field: ReachFieldName;
  /** The company's path. */
  path: string;
  /** Where leaving the page asks no question, entries would be lost. */
  opensBeside: boolean;
}

const words = { email: 'address', phone: 'number' };

/** Says who has this address or number already: two may share one, so that it keeps nobody from saving. */
export const KnownContact = ({ contact: { id, name }, field, path, opensBeside }: KnownContactProps) => (
  <p className="flex gap-1.5 text-warning-ink">
    <UserRoundCheck aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
    <span className="min-w-0 break-words">
      {name} has this {words[field]} already.{' '}
      <TextLink
        to={`${path}/contacts/${id}`}
        {...(opensBeside && { target: '_blank' })}
        className="text-warning-ink max-md:inline-block max-md:py-1"
      >
        Open
        <span className="sr-only">
          {' '}
          {name}
          {opensBeside && ' in a new tab'}
        </span>
      </TextLink>
    </span>
  </p>
);
