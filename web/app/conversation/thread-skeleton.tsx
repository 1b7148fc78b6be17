import { classNames } from '../ui/class-names';
import { Skeleton, SkeletonRegion } from '../ui/skeleton';

const lines = ['w-64', 'w-48', 'w-72', 'w-40', 'w-60'];

export const ThreadSkeleton = () => (
  <SkeletonRegion label="The messages are loading" className="flex min-h-0 flex-1 flex-col">
    <div className="flex h-14 shrink-0 items-center border-line border-b bg-surface px-4">
      <Skeleton className="w-48" />
    </div>
    <div className="flex min-h-0 flex-1 flex-col justify-end gap-4 overflow-hidden p-4">
      {lines.map((width, index) => (
        <Skeleton key={width} className={classNames('h-10 max-w-full rounded-card', width, index % 2 && 'self-end')} />
      ))}
    </div>
  </SkeletonRegion>
);
