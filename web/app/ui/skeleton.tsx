import type { ReactNode } from 'react';
import { classNames } from './class-names';

/** A grey bar where text will be; its size comes from the class. */
export const Skeleton = ({ className }: { className?: string }) => (
  <span className={classNames('block h-4 animate-pulse rounded-sm bg-sunken', className)} />
);

/** Announces once that something is loading, and hides the bars inside from screen readers. */
export const SkeletonRegion = ({
  label,
  children,
  className,
}: {
  label: string;
  children: ReactNode;
  className?: string;
}) => (
  <div role="status" aria-label={label} className={className}>
    <div aria-hidden="true" className="contents">
      {children}
    </div>
  </div>
);
