import { Link, type LinkProps } from 'react-router';
import { classNames } from './class-names';

/** A link within a sentence. */
export const TextLink = ({ className, ...props }: LinkProps) => (
  <Link
    {...props}
    className={classNames(
      'rounded-sm font-medium text-accent-ink underline decoration-1 underline-offset-3 hover:decoration-2',
      className,
    )}
  />
);
