import { LoaderCircle } from 'lucide-react';
import { classNames } from './class-names';

/** Decoration: what is going on is said in words beside it, or by `aria-busy`. */
export const Spinner = ({ className }: { className?: string }) => (
  <LoaderCircle aria-hidden="true" className={classNames('size-4 animate-spin', className)} />
);
