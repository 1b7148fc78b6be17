import { Link, type LinkProps } from 'react-router';

/** Beside a card's title, to all of what it shows the first of. */
export const CardLink = (props: LinkProps) => (
  <Link
    {...props}
    className="inline-flex min-h-6 items-center rounded-sm text-accent-ink text-detail hover:underline max-sm:-my-2 max-sm:min-h-10"
  />
);
