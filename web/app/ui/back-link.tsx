import { ArrowLeft } from 'lucide-react';
import { LinkButton } from './button';

interface BackLinkProps {
  to: string;
  /** Where it leads: "All contacts". */
  label: string;
}

/** In front of a page's title, the way back to what it belongs to. */
export const BackLink = ({ to, label }: BackLinkProps) => (
  <LinkButton to={to} variant="quiet" size="small" aria-label={label} icon={<ArrowLeft aria-hidden="true" />} />
);
