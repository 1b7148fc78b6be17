import { Link, type LinkProps } from 'react-router';

/** Beside a card's title, to all of what it shows the first of. */
export const CardLink = (props: LinkProps) => (
  <Link {...props} className="rounded-sm text-accent-ink text-detail hover:underline" />
);
